package io.palmyra.portfolio.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.platform.database.Decimals;
import io.palmyra.portfolio.application.EquityPoint;
import io.palmyra.portfolio.application.EquityStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The equity curves in PostgreSQL. */
@Repository
class JdbcEquityStore implements EquityStore {
  private static final String THIN =
      """
      delete from equity_point p where p.at >= ? and p.at < ? and exists (
        select 1 from equity_point later where later.account = p.account and later.at > p.at
          and date_trunc(?, later.at) = date_trunc(?, p.at) and later.at < ?)
      """;

  /** A whole span divided by its parts, rounded up past it, so that no point falls beyond them. */
  private static final String THINNED =
      """
      with span as (
        select min(at) as first, extract(epoch from max(at) - min(at)) as seconds
          from equity_point where account = ? and at >= ?),
      part as (select first, greatest(1, floor(seconds / ?) + 1) as seconds from span)
      select distinct on (number) at, equity, cash, realized_pnl, unrealized_pnl from (
        select p.*, floor(extract(epoch from p.at - part.first) / part.seconds) as number
          from equity_point p, part where p.account = ? and p.at >= ?) numbered
      order by number, at desc
      """;

  private final JdbcTemplate jdbc;

  JdbcEquityStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(AccountId account, EquityPoint point) {
    jdbc.update(
        """
        insert into equity_point (account, at, equity, cash, realized_pnl, unrealized_pnl)
        values (?, ?, ?::numeric, ?::numeric, ?::numeric, ?::numeric)
        on conflict (account, at) do update set equity = excluded.equity, cash = excluded.cash,
          realized_pnl = excluded.realized_pnl, unrealized_pnl = excluded.unrealized_pnl
        """,
        account.value(),
        Timestamp.from(point.time()),
        point.equity().amount(),
        point.cash().amount(),
        point.realizedPnl().amount(),
        point.unrealizedPnl().amount());
  }

  @Override
  public List<EquityPoint> points(
      AccountId account, Currency base, @Nullable Instant from, int limit) {
    return jdbc.query(
            """
            select at, equity, cash, realized_pnl, unrealized_pnl from equity_point
            where account = ? and at >= ? order by at desc limit ?
            """,
            (row, _) -> point(row, base),
            account.value(),
            after(from),
            limit)
        .reversed();
  }

  @Override
  public List<EquityPoint> thinned(
      AccountId account, Currency base, @Nullable Instant from, int parts) {
    return jdbc.query(
        THINNED,
        (row, _) -> point(row, base),
        account.value(),
        after(from),
        parts,
        account.value(),
        after(from));
  }

  private static EquityPoint point(ResultSet row, Currency base) throws SQLException {
    return new EquityPoint(
        row.getTimestamp("at").toInstant(),
        Decimals.money(row, "equity", base),
        Decimals.money(row, "cash", base),
        Decimals.money(row, "realized_pnl", base),
        Decimals.money(row, "unrealized_pnl", base));
  }

  private static Timestamp after(@Nullable Instant from) {
    return Timestamp.from(from == null ? Instant.EPOCH : from);
  }

  @Override
  public void thin(Instant minutesFrom, Instant minutesTo) {
    thin(Instant.EPOCH, minutesFrom, "hour");
    thin(minutesFrom, minutesTo, "minute");
  }

  private void thin(Instant from, Instant to, String unit) {
    Timestamp end = Timestamp.from(to);
    jdbc.update(THIN, Timestamp.from(from), end, unit, unit, end);
  }
}
