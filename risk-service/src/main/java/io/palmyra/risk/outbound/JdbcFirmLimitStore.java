package io.palmyra.risk.outbound;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.risk.FirmLimit;
import io.palmyra.platform.database.Decimals;
import io.palmyra.risk.application.limits.FirmLimitExceededException;
import io.palmyra.risk.application.limits.FirmLimitStore;
import io.palmyra.risk.application.limits.LimitStore.LimitChange;
import io.palmyra.risk.application.limits.StoredFirmLimit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the firm's limits in PostgreSQL. */
@Repository
class JdbcFirmLimitStore implements FirmLimitStore {
  private static final String SELECT =
      "select currency, maximum_gross, maximum_net, version, changed_by, changed_at, reason"
          + " from firm_limit";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  JdbcFirmLimitStore(JdbcClient jdbc, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public List<StoredFirmLimit> all() {
    return jdbc.sql(SELECT + " order by currency").query(JdbcFirmLimitStore::row).list();
  }

  @Override
  public Optional<StoredFirmLimit> of(Currency currency) {
    return jdbc.sql(SELECT + " where currency = ?")
        .param(currency.value())
        .query(JdbcFirmLimitStore::row)
        .optional();
  }

  @Override
  public boolean replace(StoredFirmLimit now, @Nullable String before, String after) {
    return Boolean.TRUE.equals(
        transactions.execute(
            _ -> {
              lock(now.limit().currency());
              if (!put(now)) {
                return false;
              }
              requireWithin(now.limit());
              record(now, before, after);
              return true;
            }));
  }

  @Override
  public List<LimitChange> history(Currency currency, int limit) {
    return jdbc.sql(
            "select version, changed_by, changed_at, reason, before, after"
                + " from firm_limit_change where currency = ? order by version desc limit ?")
        .params(currency.value(), limit)
        .query(LimitRows::change)
        .list();
  }

  /**
   * Within the transaction that changed an account's limits: refuses it where all accounts of the
   * currency are now allowed more than the firm. Of two changes at once the second waits here.
   *
   * @throws FirmLimitExceededException if they are
   */
  void requireWithin(Currency currency) {
    lock(currency);
    of(currency).map(StoredFirmLimit::limit).ifPresent(this::requireWithin);
  }

  private void requireWithin(FirmLimit limit) {
    jdbc.sql(
            "select coalesce(sum(maximum_gross_exposure), 0) as gross,"
                + " coalesce(sum(maximum_net_exposure), 0) as net"
                + " from account_limit where currency = ?")
        .param(limit.currency().value())
        .query((row, _) -> limit.exceededBy(money(row, "gross", limit), money(row, "net", limit)))
        .single()
        .ifPresent(
            excess -> {
              throw new FirmLimitExceededException(excess);
            });
  }

  /** Also before there is a row that could be locked. */
  private void lock(Currency currency) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('firm_limit:' || ?))")
        .param(currency.value())
        .query((_, _) -> true)
        .list();
  }

  private boolean put(StoredFirmLimit now) {
    return jdbc.sql(
                """
                insert into firm_limit as present
                  (currency, maximum_gross, maximum_net, version, changed_by, changed_at, reason)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (currency) do update set maximum_gross = excluded.maximum_gross,
                  maximum_net = excluded.maximum_net, version = excluded.version,
                  changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                  reason = excluded.reason
                where present.version = excluded.version - 1
                """)
            .params(
                now.limit().currency().value(),
                Decimals.of(now.limit().maximumGross()),
                Decimals.of(now.limit().maximumNet()),
                now.version(),
                now.changedBy(),
                Timestamp.from(now.changedAt()),
                now.reason())
            .update()
        == 1;
  }

  private void record(StoredFirmLimit now, @Nullable String before, String after) {
    jdbc.sql(
            "insert into firm_limit_change (currency, version, changed_by, changed_at, reason,"
                + " before, after) values (:currency, :version, :by, :at, :reason, :before, :after)")
        .param("currency", now.limit().currency().value())
        .param("version", now.version())
        .param("by", now.changedBy())
        .param("at", Timestamp.from(now.changedAt()))
        .param("reason", now.reason())
        .param("before", before)
        .param("after", after)
        .update();
  }

  private static Money money(ResultSet row, String column, FirmLimit limit) throws SQLException {
    return Decimals.money(row, column, limit.currency());
  }

  private static StoredFirmLimit row(ResultSet row, int number) throws SQLException {
    var currency = new Currency(row.getString("currency"));
    return new StoredFirmLimit(
        new FirmLimit(
            Decimals.money(row, "maximum_gross", currency),
            Decimals.money(row, "maximum_net", currency)),
        row.getLong("version"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        row.getString("reason"));
  }
}
