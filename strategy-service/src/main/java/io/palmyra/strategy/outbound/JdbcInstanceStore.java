package io.palmyra.strategy.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.platform.database.Decimals;
import io.palmyra.strategy.application.InstanceChange;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.InstanceStore;
import io.palmyra.strategy.application.StrategyInstance;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps instances in PostgreSQL; an instance and its change share a transaction. */
@Component
final class JdbcInstanceStore implements InstanceStore {
  private static final String INSTANCE =
      """
      select id, type, account, instrument, parameters, capital, currency, state, reason,
        created_by, created_at, changed_by, changed_at, version
      from strategy_instance
      """;

  private final JdbcClient jdbc;
  private final InstanceJson json;
  private final TransactionTemplate transaction;

  JdbcInstanceStore(JdbcClient jdbc, InstanceJson json, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.json = json;
    this.transaction = transaction;
  }

  @Override
  public List<StrategyInstance> all() {
    return jdbc.sql(INSTANCE + " order by id").query(this::instance).list();
  }

  @Override
  public Optional<StrategyInstance> find(StrategyInstanceId id) {
    return jdbc.sql(INSTANCE + " where id = ?").param(id.value()).query(this::instance).optional();
  }

  @Override
  public boolean insert(StrategyInstance instance, InstanceChange change) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              boolean added = add(instance);
              if (added) {
                add(change);
              }
              return added;
            }));
  }

  @Override
  public StrategyInstance update(StrategyInstance instance, InstanceChange change) {
    return Objects.requireNonNull(
        transaction.execute(
            _ -> {
              StrategyInstance stored = replace(instance);
              add(change);
              return stored;
            }));
  }

  @Override
  public List<InstanceChange> history(StrategyInstanceId id) {
    return jdbc.sql(
            "select instance, at, actor, action, before, after from strategy_change"
                + " where instance = ? order by number")
        .param(id.value())
        .query(JdbcInstanceStore::change)
        .list();
  }

  private boolean add(StrategyInstance instance) {
    return jdbc.sql(
                """
                insert into strategy_instance (type, account, instrument, parameters, capital,
                  currency, state, reason, created_by, created_at, changed_by, changed_at, id,
                  version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0) on conflict (id) do nothing
                """)
            .params(
                Arrays.asList(
                    instance.type(),
                    instance.account().value(),
                    instance.instrument().value(),
                    json.parameters(instance.parameters()),
                    amount(instance.capital()),
                    currency(instance.capital()),
                    instance.state().name(),
                    instance.reason(),
                    instance.createdBy(),
                    Timestamp.from(instance.createdAt()),
                    instance.changedBy(),
                    Timestamp.from(instance.changedAt()),
                    instance.id().value()))
            .update()
        == 1;
  }

  private StrategyInstance replace(StrategyInstance instance) {
    return jdbc.sql(
            """
            update strategy_instance set parameters = ?, capital = ?, currency = ?, state = ?,
              reason = ?, changed_by = ?, changed_at = ?, version = version + 1
            where id = ? and version = ?
            returning *
            """)
        .params(
            Arrays.asList(
                json.parameters(instance.parameters()),
                amount(instance.capital()),
                currency(instance.capital()),
                instance.state().name(),
                instance.reason(),
                instance.changedBy(),
                Timestamp.from(instance.changedAt()),
                instance.id().value(),
                instance.version()))
        .query(this::instance)
        .optional()
        .orElseThrow(
            () ->
                new OptimisticLockingFailureException(
                    "instance " + instance.id() + " was changed meanwhile"));
  }

  private void add(InstanceChange change) {
    jdbc.sql(
            "insert into strategy_change (instance, at, actor, action, before, after)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                change.instance().value(),
                Timestamp.from(change.at()),
                change.actor(),
                change.action(),
                change.before(),
                change.after()))
        .update();
  }

  private StrategyInstance instance(ResultSet row, int number) throws SQLException {
    String currency = row.getString("currency");
    return new StrategyInstance(
        new StrategyInstanceId(row.getString("id")),
        row.getString("type"),
        new AccountId(row.getString("account")),
        new InstrumentId(row.getString("instrument")),
        json.parameters(row.getString("parameters")),
        currency == null ? null : Decimals.money(row, "capital", new Currency(currency)),
        InstanceState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("created_by"),
        row.getTimestamp("created_at").toInstant(),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getLong("version"));
  }

  private static InstanceChange change(ResultSet row, int number) throws SQLException {
    return new InstanceChange(
        new StrategyInstanceId(row.getString("instance")),
        row.getTimestamp("at").toInstant(),
        row.getString("actor"),
        row.getString("action"),
        row.getString("before"),
        row.getString("after"));
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : Decimals.of(money);
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().value();
  }
}
