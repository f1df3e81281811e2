package io.palmyra.risk.outbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.risk.protection.BracketExit;
import io.palmyra.core.risk.protection.ExitReason;
import io.palmyra.platform.database.Decimals;
import io.palmyra.platform.database.PipelinedWrites;
import io.palmyra.risk.application.BracketStore;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Keeps the exits that orders asked for in PostgreSQL. */
@Repository
class JdbcBracketStore implements BracketStore {
  private final JdbcTemplate jdbc;
  private final PipelinedWrites writes;

  JdbcBracketStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.writes = new PipelinedWrites(jdbc);
  }

  @Override
  public List<Held> of(int partition) {
    return jdbc.query(
        "select * from bracket_exit where partition = ?", JdbcBracketStore::held, partition);
  }

  @Override
  public List<Held> all() {
    return jdbc.query(
        "select * from bracket_exit order by account, instrument, entry_signal_id",
        JdbcBracketStore::held);
  }

  @Override
  public void save(AccountId account, int partition, BracketExit exit) {
    writes.add(
        """
        insert into bracket_exit (entry_signal_id, account, partition, instrument, side,
          take_profit, stop_loss, trailing_offset, filled, closed, best, met, attempts,
          last_attempt)
        values (?, ?, ?, ?, ?, ?::numeric, ?::numeric, ?::numeric, ?::numeric, ?::numeric,
          ?::numeric, ?, ?, ?)
        on conflict (entry_signal_id) do update set filled = excluded.filled,
          closed = excluded.closed, best = excluded.best, met = excluded.met,
          attempts = excluded.attempts, last_attempt = excluded.last_attempt
        """,
        exit.entry().value(),
        account.value(),
        partition,
        exit.instrument().value(),
        exit.side().name(),
        text(exit.bracket().takeProfit()),
        text(exit.bracket().stopLoss()),
        text(exit.bracket().trailingOffset()),
        exit.filled().toString(),
        exit.closed().toString(),
        text(exit.best()),
        exit.met() == null ? null : exit.met().name(),
        exit.attempts(),
        exit.lastAttempt() == null ? null : exit.lastAttempt().atOffset(ZoneOffset.UTC));
  }

  @Override
  public void remove(SignalId entry) {
    writes.add("delete from bracket_exit where entry_signal_id = ?", entry.value());
  }

  private static Held held(ResultSet row, int number) throws SQLException {
    String met = row.getString("met");
    OffsetDateTime last = row.getObject("last_attempt", OffsetDateTime.class);
    return new Held(
        new AccountId(row.getString("account")),
        new BracketExit(
            new SignalId(row.getString("entry_signal_id")),
            new InstrumentId(row.getString("instrument")),
            Side.valueOf(row.getString("side")),
            new Bracket(
                price(row, "take_profit"), price(row, "stop_loss"), price(row, "trailing_offset")),
            Decimals.quantity(row, "filled"),
            Decimals.quantity(row, "closed"),
            price(row, "best"),
            met == null ? null : ExitReason.valueOf(met),
            row.getInt("attempts"),
            last == null ? null : last.toInstant()));
  }

  private static @Nullable Price price(ResultSet row, String column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? null : Price.of(value.toPlainString());
  }

  private static @Nullable String text(@Nullable Price price) {
    return price == null ? null : price.toString();
  }
}
