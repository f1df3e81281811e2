package io.palmyra.core.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedMarketTests {
  private static final Instant START = Instant.parse("2026-11-21T10:00:00.037Z");

  @Test
  void givesTheSameTicksForTheSameSeedHoweverItIsStepped() {
    List<QuoteTick> atOnce = market(42, true).step(START.plusSeconds(120));
    var inSteps = new ArrayList<QuoteTick>();
    SimulatedMarket market = market(42, true);
    for (int i = 1; i <= 4000; i++) {
      inSteps.addAll(market.step(START.plusMillis(i * 30L)));
    }
    assertThat(inSteps).isEqualTo(atOnce).isNotEmpty();
    assertThat(market(43, true).step(START.plusSeconds(120))).isNotEqualTo(atOnce);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void quotesOnTheGridInOrderAndWithASpread(long seed) {
    Instant last = Instant.MIN;
    for (QuoteTick tick : market(seed, true).step(START.plusSeconds(120))) {
      assertThat(tick.bid()).as("seed %d", seed).isLessThan(tick.ask());
      assertThat(tick.time()).isAfterOrEqualTo(last);
      last = tick.time();
      if (tick.instrument().symbol().equals("FCPO")) {
        assertThat(tick.bid().isMultipleOf(Price.of("1"))).isTrue();
      }
      assertThat(tick.bidSize().signum()).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void staysNearItsLevelsAndPassesItsOwnFilter(long seed) {
    var filter = new TickFilter(TickFilterSettings.usual(), definitions(true));
    var counts = new HashMap<InstrumentId, Integer>();
    for (QuoteTick tick : market(seed, true).step(START.plusSeconds(600))) {
      assertThat(filter.judge(tick, tick.time())).isInstanceOf(TickVerdict.Good.class);
      counts.merge(tick.instrument(), 1, Integer::sum);
      if (tick.instrument().symbol().equals("EURUSD")) {
        assertThat(tick.mid().toDouble()).as("seed %d", seed).isBetween(1.02, 1.14);
      }
    }
    assertThat(counts).hasSize(7);
    assertThat(counts.values()).allSatisfy(n -> assertThat(n).isBetween(4 * 350, 4 * 1100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void crossesTwoAveragesOfSecondsWithinAMinute(long seed) {
    Map<InstrumentId, List<Double>> closes = new HashMap<>();
    Map<InstrumentId, BarBuilder> builders = new HashMap<>();
    definitions(true)
        .forEach(
            each ->
                builders.put(
                    each.instrument(),
                    new BarBuilder(
                        each,
                        (BarClosed bar) -> {
                          if (bar.interval().equals(Duration.ofSeconds(1))) {
                            closes
                                .computeIfAbsent(bar.instrument(), id -> new ArrayList<>())
                                .add(bar.close().toDouble());
                          }
                        })));
    for (QuoteTick tick : market(seed, true).step(START.plusSeconds(90))) {
      builders.get(tick.instrument()).on(tick);
    }
    int crosses = closes.values().stream().mapToInt(SimulatedMarketTests::crosses).sum();
    assertThat(crosses).as("seed %d, seven instruments, 70 s", seed).isGreaterThan(7);
  }

  @Test
  void movesPairsAgainstTheDollarTogether() {
    Map<String, List<Double>> mids = new HashMap<>();
    Map<String, Double> last = new HashMap<>();
    SimulatedMarket market = market(9, true);
    for (int second = 1; second < 3000; second++) {
      for (QuoteTick tick : market.step(START.plusSeconds(second))) {
        last.put(tick.instrument().symbol(), tick.mid().toDouble());
      }
      if (second > 5) {
        last.forEach(
            (symbol, mid) -> mids.computeIfAbsent(symbol, s -> new ArrayList<>()).add(mid));
      }
    }
    assertThat(correlation(mids.get("EURUSD"), mids.get("GBPUSD"))).isGreaterThan(0.25);
    assertThat(correlation(mids.get("EURUSD"), mids.get("USDJPY"))).isLessThan(-0.15);
    assertThat(correlation(mids.get("BTCUSD"), mids.get("ETHUSD"))).isGreaterThan(0.3);
  }

  @Test
  void keepsQuietWhileASessionIsClosed() {
    // A Saturday: coins trade, currencies and palm oil do not.
    assertThat(market(1, false).step(START.plusSeconds(60)))
        .extracting(tick -> tick.instrument().symbol())
        .containsOnly("BTCUSD", "ETHUSD");
  }

  @Test
  void runsSixHoursOfHistoryAndGoesOnFromThere() {
    SimulatedMarket market = market(5, true);
    List<QuoteTick> history = market.history(START.plus(Duration.ofHours(6)));
    assertThat(history.size()).isBetween(20_000, 50_000);
    List<QuoteTick> live = market.step(START.plus(Duration.ofHours(6)).plusSeconds(1));
    assertThat(live.getFirst().time()).isAfterOrEqualTo(history.getLast().time());
  }

  private static int crosses(List<Double> closes) {
    int crosses = 0;
    double before = 0;
    for (int i = 20; i < closes.size(); i++) {
      double now = average(closes, i, 5) - average(closes, i, 20);
      crosses += before * now < 0 ? 1 : 0;
      before = now;
    }
    return crosses;
  }

  private static double average(List<Double> values, int end, int count) {
    return values.subList(end - count, end).stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  private static double correlation(List<Double> a, List<Double> b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 1; i < a.size(); i++) {
      double x = a.get(i) / a.get(i - 1) - 1;
      double y = b.get(i) / b.get(i - 1) - 1;
      ab += x * y;
      aa += x * x;
      bb += y * y;
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static List<io.palmyra.contracts.instrument.InstrumentDefined> definitions(
      boolean roundTheClock) {
    return new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), roundTheClock)
        .simulated();
  }

  private static SimulatedMarket market(long seed, boolean roundTheClock) {
    return new SimulatedMarket(
        seed, SimulatedInstrument.of(definitions(roundTheClock)), 4, START, Map.of());
  }
}
