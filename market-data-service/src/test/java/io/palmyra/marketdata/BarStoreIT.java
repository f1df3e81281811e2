package io.palmyra.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.marketdata.application.BarQuery;
import io.palmyra.marketdata.application.BarStore;
import io.palmyra.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ServiceIT
class BarStoreIT {
  private static final Instant NEW_YEAR = Instant.parse("2014-01-01T00:00:00Z");

  @Autowired private BarStore store;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void findsAcrossMonthsWhatItStoredNewestLast() {
    var id = new InstrumentId("ACROSS.TEST");
    List<BarClosed> bars =
        IntStream.range(-30, 30).mapToObj(minute -> bar(id, minute, "1.380005")).toList();
    store.save(bars);
    assertThat(store.find(query(id, 1000))).isEqualTo(bars);
    assertThat(store.find(query(id, 10))).isEqualTo(bars.subList(50, 60));
    assertThat(jdbc.queryForList("select tableoid::regclass::text from bars", String.class))
        .contains("bars_2013_12", "bars_2014_01");
  }

  @Test
  void putsABarInThePlaceOfTheOld() {
    var id = new InstrumentId("AGAIN.TEST");
    store.save(List.of(bar(id, 0, "1.380005")));
    store.save(List.of(bar(id, 0, "1.390005")));
    assertThat(store.find(query(id, 10))).containsExactly(bar(id, 0, "1.390005"));
  }

  @Test
  void takesTheLaterOfTwoInOneBatch() {
    var id = new InstrumentId("TWICE.TEST");
    store.save(List.of(bar(id, 0, "1.380005"), bar(id, 0, "1.390005")));
    assertThat(store.find(query(id, 10))).containsExactly(bar(id, 0, "1.390005"));
  }

  @Test
  void keepsEachOfThousandsThatComeInBatches() {
    var id = new InstrumentId("MANY.TEST");
    List<BarClosed> bars =
        IntStream.range(0, 20_000).mapToObj(minute -> bar(id, minute, "1.380005")).toList();
    for (int from = 0; from < bars.size(); from += 4_000) {
      store.save(bars.subList(from, from + 4_000));
    }
    assertThat(
            jdbc.queryForObject(
                "select count(*) from bars where instrument = ?", Long.class, id.value()))
        .isEqualTo(bars.size());
  }

  @Test
  void showsDecimalsToPeople() {
    var id = new InstrumentId("DECIMAL.TEST");
    store.save(List.of(bar(id, 0, "1.390005")));
    assertThat(
            jdbc.queryForObject(
                "select close::text from bar_prices where instrument = 'DECIMAL.TEST'",
                String.class))
        .startsWith("1.390005");
  }

  private static BarQuery query(InstrumentId id, int limit) {
    return new BarQuery(
        id,
        BarInterval.MINUTE,
        NEW_YEAR.minus(Duration.ofDays(1)),
        NEW_YEAR.plus(Duration.ofDays(1)),
        limit);
  }

  private static BarClosed bar(InstrumentId id, int minute, String close) {
    return new BarClosed(
        id,
        Duration.ofMinutes(1),
        NEW_YEAR.plus(Duration.ofMinutes(minute)),
        Price.of("1.380000"),
        Price.of("1.400000"),
        Price.of("1.370000"),
        Price.of(close),
        Quantity.ZERO,
        7);
  }
}
