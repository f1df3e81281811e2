package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.core.risk.protection.Guard;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.risk.application.GuardStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps what watches positions in PostgreSQL. */
@Repository
class JdbcGuardStore implements GuardStore {
  private static final String SELECT =
      "select account, instrument, side, entry, best, since, met, attempts, last_attempt"
          + " from position_guard";

  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  JdbcGuardStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  @Override
  public List<Watched> guards(int partition) {
    return jdbc.query(SELECT + " where partition = ?", JdbcGuardStore::watched, partition);
  }

  @Override
  public List<Watched> all() {
    return jdbc.query(SELECT + " order by account, instrument", JdbcGuardStore::watched);
  }

  @Override
  public Map<AccountId, PortfolioStop> stops(int partition) {
    var stops = new HashMap<AccountId, PortfolioStop>();
    jdbc.query(
        "select account, halt_key, since from portfolio_stop where partition = ?",
        row -> {
          stops.put(
              new AccountId(row.getString("account")),
              new PortfolioStop(row.getString("halt_key"), instant(row, "since")));
        },
        partition);
    return stops;
  }

  @Override
  public void save(
      AccountId account, int partition, InstrumentId instrument, @Nullable Guard guard) {
    if (guard == null) {
      writes.add(
          "delete from position_guard where account = ? and instrument = ?",
          account.value(),
          instrument.value());
      return;
    }
    writes.add(
        """
        insert into position_guard (account, instrument, partition, side, entry, best, since, met,
          attempts, last_attempt)
        values (?, ?, ?, ?, ?::numeric, ?::numeric, ?, ?, ?, ?)
        on conflict (account, instrument) do update set side = excluded.side,
          entry = excluded.entry, best = excluded.best, since = excluded.since,
          met = excluded.met, attempts = excluded.attempts, last_attempt = excluded.last_attempt
        """,
        account.value(),
        instrument.value(),
        partition,
        guard.side().name(),
        guard.entry().toString(),
        guard.best().toString(),
        guard.since().atOffset(ZoneOffset.UTC),
        guard.met() == null ? null : guard.met().name(),
        guard.attempts(),
        guard.lastAttempt() == null ? null : guard.lastAttempt().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void save(AccountId account, int partition, @Nullable PortfolioStop stop) {
    if (stop == null) {
      writes.add("delete from portfolio_stop where account = ?", account.value());
      return;
    }
    writes.add(
        """
        insert into portfolio_stop (account, partition, halt_key, since) values (?, ?, ?, ?)
        on conflict (account) do update set halt_key = excluded.halt_key, since = excluded.since
        """,
        account.value(),
        partition,
        stop.haltKey(),
        stop.since().atOffset(ZoneOffset.UTC));
  }

  private static Watched watched(ResultSet row, int number) throws SQLException {
    String met = row.getString("met");
    OffsetDateTime last = row.getObject("last_attempt", OffsetDateTime.class);
    return new Watched(
        new AccountId(row.getString("account")),
        new InstrumentId(row.getString("instrument")),
        new Guard(
            Side.valueOf(row.getString("side")),
            Price.of(row.getBigDecimal("entry").toPlainString()),
            Price.of(row.getBigDecimal("best").toPlainString()),
            instant(row, "since"),
            met == null ? null : ExitReason.valueOf(met),
            row.getInt("attempts"),
            last == null ? null : last.toInstant()));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
