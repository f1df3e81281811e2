package io.palmyra.marketdata.outbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.Price;
import io.palmyra.marketdata.application.BarQuery;
import io.palmyra.marketdata.application.BarStore;
import io.palmyra.platform.database.Decimals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Bars in PostgreSQL, in monthly partitions that are made as bars need them. */
public final class JdbcBarStore implements BarStore {
  private static final String INSERT =
      """
      insert into bars (instrument, interval_seconds, open_time, open, high, low, close,
                        price_scale, volume, ticks)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (instrument, interval_seconds, open_time) do update
      set open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
          price_scale = excluded.price_scale, volume = excluded.volume, ticks = excluded.ticks
      """;
  private static final String FIND =
      """
      select instrument, interval_seconds, open_time, open, high, low, close, price_scale, volume,
             ticks
      from bars
      where instrument = ? and interval_seconds = ? and open_time >= ? and open_time < ?
      order by open_time desc limit ?
      """;
  private static final String LAST_CLOSE =
      """
      select instrument, interval_seconds, open_time, open, high, low, close, price_scale, volume,
             ticks
      from bars where instrument = ? and interval_seconds = 1 order by open_time desc limit 1
      """;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Set<YearMonth> partitions = ConcurrentHashMap.newKeySet();

  /**
   * @param transaction in which a whole batch is stored
   */
  public JdbcBarStore(JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void save(List<BarClosed> bars) {
    List<BarClosed> latest = latestOfEach(bars);
    latest.stream().map(bar -> month(bar.openTime())).distinct().forEach(this::ensurePartition);
    transaction.executeWithoutResult(
        status ->
            jdbc.batchUpdate(
                INSERT,
                latest,
                latest.size(),
                (statement, bar) -> {
                  int scale = bar.open().scale();
                  statement.setString(1, bar.instrument().value());
                  statement.setInt(2, (int) bar.interval().toSeconds());
                  statement.setTimestamp(3, Timestamp.from(bar.openTime()));
                  statement.setLong(4, bar.open().mantissa());
                  statement.setLong(5, bar.high().atScale(scale).mantissa());
                  statement.setLong(6, bar.low().atScale(scale).mantissa());
                  statement.setLong(7, bar.close().atScale(scale).mantissa());
                  statement.setInt(8, scale);
                  statement.setBigDecimal(9, new BigDecimal(bar.volume().toString()));
                  statement.setInt(10, bar.ticks());
                }));
  }

  @Override
  public List<BarClosed> find(BarQuery query) {
    return jdbc.query(
            FIND,
            JdbcBarStore::bar,
            query.instrument().value(),
            query.interval().length().toSeconds(),
            Timestamp.from(query.from()),
            Timestamp.from(query.to()),
            query.limit())
        .reversed();
  }

  @Override
  public Map<InstrumentId, Price> lastCloses(Collection<InstrumentId> instruments) {
    var closes = new HashMap<InstrumentId, Price>();
    for (InstrumentId instrument : instruments) {
      jdbc.query(LAST_CLOSE, JdbcBarStore::bar, instrument.value())
          .forEach(bar -> closes.put(instrument, bar.close()));
    }
    return closes;
  }

  /** One statement takes many rows and may name none twice. */
  private static List<BarClosed> latestOfEach(List<BarClosed> bars) {
    var latest = new LinkedHashMap<Key, BarClosed>();
    bars.forEach(bar -> latest.put(new Key(bar.instrument(), bar.interval(), bar.openTime()), bar));
    return List.copyOf(latest.values());
  }

  private record Key(InstrumentId instrument, Duration interval, Instant openTime) {}

  private void ensurePartition(YearMonth month) {
    if (!partitions.contains(month)) {
      Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      jdbc.query("select ensure_bar_partition(?)", row -> {}, Timestamp.from(start));
      partitions.add(month);
    }
  }

  private static YearMonth month(Instant moment) {
    return YearMonth.from(moment.atOffset(ZoneOffset.UTC));
  }

  private static BarClosed bar(ResultSet row, int number) throws SQLException {
    int scale = row.getInt("price_scale");
    return new BarClosed(
        new InstrumentId(row.getString("instrument")),
        Duration.ofSeconds(row.getLong("interval_seconds")),
        row.getTimestamp("open_time").toInstant(),
        new Price(row.getLong("open"), scale),
        new Price(row.getLong("high"), scale),
        new Price(row.getLong("low"), scale),
        new Price(row.getLong("close"), scale),
        Decimals.quantity(row, "volume"),
        row.getInt("ticks"));
  }
}
