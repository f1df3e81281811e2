package io.palmyra.risk.outbound;

import io.palmyra.contracts.decision.OrderDraft;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.DenialCode;
import io.palmyra.platform.database.Decimals;
import io.palmyra.risk.application.override.OrderOverride;
import io.palmyra.risk.application.override.OrderOverride.State;
import io.palmyra.risk.application.override.OverrideStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps overrides in PostgreSQL. */
@Repository
class JdbcOverrideStore implements OverrideStore {
  private static final String SELECT = "select * from order_override";

  private final JdbcClient jdbc;

  JdbcOverrideStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void propose(OrderOverride proposed) {
    OrderDraft draft = proposed.draft();
    jdbc.sql(
            """
            insert into order_override
              (id, account, signal_id, source, instrument, side, type, quantity, limit_price,
               stop_price, time_in_force, check_code, proposed_by, proposed_at, reason, expires_at,
               state)
            values (:id, :account, :signal, :source, :instrument, :side, :type, :quantity, :limit,
              :stop, :timeInForce, :check, :by, :at, :reason, :expires, :state)
            """)
        .param("id", proposed.id())
        .param("account", proposed.account().value())
        .param("signal", proposed.signalId().value())
        .param("source", proposed.source().value())
        .param("instrument", draft.instrument().value())
        .param("side", draft.side().name())
        .param("type", draft.type().name())
        .param("quantity", Decimals.of(draft.quantity()))
        .param("limit", Decimals.of(draft.limitPrice()))
        .param("stop", Decimals.of(draft.stopPrice()))
        .param("timeInForce", draft.timeInForce().name())
        .param("check", proposed.check().name())
        .param("by", proposed.proposedBy())
        .param("at", Timestamp.from(proposed.proposedAt()))
        .param("reason", proposed.reason())
        .param("expires", Timestamp.from(proposed.expiresAt()))
        .param("state", proposed.state().name())
        .update();
  }

  @Override
  public Optional<OrderOverride> find(String id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(JdbcOverrideStore::row).optional();
  }

  @Override
  public List<OrderOverride> latest(Collection<AccountId> accounts, int limit) {
    return jdbc.sql(
            SELECT
                + " where account in (:accounts) order by proposed_at desc, id desc limit :limit")
        .param("accounts", accounts.stream().map(AccountId::value).toList())
        .param("limit", limit)
        .query(JdbcOverrideStore::row)
        .list();
  }

  @Override
  public boolean decide(OrderOverride decided) {
    return jdbc.sql(
                "update order_override set state = :state, decided_by = :by, decided_at = :at,"
                    + " outcome = :outcome where id = :id and state = 'PROPOSED'")
            .param("state", decided.state().name())
            .param("by", decided.decidedBy())
            .param("at", decided.decidedAt() == null ? null : Timestamp.from(decided.decidedAt()))
            .param("outcome", decided.outcome())
            .param("id", decided.id())
            .update()
        == 1;
  }

  private static OrderOverride row(ResultSet row, int number) throws SQLException {
    var signal = new SignalId(row.getString("signal_id"));
    return new OrderOverride(
        row.getString("id"),
        new AccountId(row.getString("account")),
        signal,
        new SignalSource(row.getString("source")),
        draft(row, signal),
        DenialCode.valueOf(row.getString("check_code")),
        row.getString("proposed_by"),
        row.getTimestamp("proposed_at").toInstant(),
        row.getString("reason"),
        row.getTimestamp("expires_at").toInstant(),
        State.valueOf(row.getString("state")),
        row.getString("decided_by"),
        instant(row.getTimestamp("decided_at")),
        row.getString("outcome"));
  }

  private static OrderDraft draft(ResultSet row, SignalId signal) throws SQLException {
    return new OrderDraft(
        ClientOrderId.of(signal, 0, 0, 0),
        new InstrumentId(row.getString("instrument")),
        Side.valueOf(row.getString("side")),
        OrderType.valueOf(row.getString("type")),
        Decimals.quantity(row, "quantity"),
        Decimals.price(row.getBigDecimal("limit_price")),
        Decimals.price(row.getBigDecimal("stop_price")),
        null,
        TimeInForce.valueOf(row.getString("time_in_force")),
        false);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
