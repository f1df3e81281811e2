package io.palmyra.core.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The builder against a plain group-by over random streams of ticks. */
class BarBuilderPropertyTests {
  private static final Instant START = Instant.parse("2026-11-20T23:50:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
  void givesTheSameBarsAsAGroupBy(long seed) {
    List<QuoteTick> ticks = randomTicks(new SeededRandom(seed), 6_000);
    assertThat(withoutOrder(build(ticks, new SeededRandom(seed + 1), false)))
        .as("seed %d", seed)
        .isEqualTo(withoutOrder(grouped(ticks)));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 77, 777})
  void givesTheSameBarsWhateverTheClockSaysBetween(long seed) {
    List<QuoteTick> ticks = randomTicks(new SeededRandom(seed), 6_000);
    assertThat(withoutOrder(build(ticks, new SeededRandom(seed + 1), true)))
        .as("seed %d", seed)
        .isEqualTo(withoutOrder(build(ticks, new SeededRandom(seed + 1), false)));
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 44, 444})
  void neverChangesABarOnceClosedWhenTicksComeInAnyOrder(long seed) {
    var random = new SeededRandom(seed);
    List<QuoteTick> ticks = new ArrayList<>(randomTicks(random, 5_000));
    for (int i = 0; i + 20 < ticks.size(); i++) {
      ticks.add(i + (int) (random.uniform() * 20), ticks.remove(i));
    }
    var bars = new ArrayList<BarClosed>();
    var builder = new BarBuilder(Ticks.EURUSD, bars::add);
    ticks.forEach(builder::on);
    builder.advanceTo(START.plus(Duration.ofDays(9)));

    assertThat(bars.stream().map(bar -> bar.interval() + " " + bar.openTime()))
        .as("seed %d: a bar of one interval and time comes once", seed)
        .doesNotHaveDuplicates();
    long inSeconds =
        bars.stream()
            .filter(bar -> bar.interval().equals(BarInterval.SECOND.length()))
            .mapToLong(BarClosed::ticks)
            .sum();
    assertThat(inSeconds + builder.late())
        .as("seed %d: a tick is in a second's bar or counted late", seed)
        .isEqualTo(ticks.size());
  }

  private static List<BarClosed> build(
      List<QuoteTick> ticks, SeededRandom random, boolean withClock) {
    var bars = new ArrayList<BarClosed>();
    var builder = new BarBuilder(Ticks.EURUSD, bars::add);
    for (int i = 0; i < ticks.size(); i++) {
      builder.on(ticks.get(i));
      if (withClock && i + 1 < ticks.size() && random.uniform() < 0.3) {
        long room = Duration.between(ticks.get(i).time(), ticks.get(i + 1).time()).toNanos();
        builder.advanceTo(ticks.get(i).time().plusNanos((long) (room * random.uniform())));
      }
    }
    builder.advanceTo(START.plus(Duration.ofDays(9)));
    return bars;
  }

  private static List<QuoteTick> randomTicks(SeededRandom random, int count) {
    var ticks = new ArrayList<QuoteTick>();
    Instant time = START;
    long bid = 108_000;
    for (int i = 0; i < count; i++) {
      double draw = random.uniform();
      long millis =
          draw < 0.01 ? (long) (random.uniform() * 900_000) : (long) (random.uniform() * 700);
      time = draw > 0.9 ? time : time.plusMillis(millis);
      bid += (long) (random.gaussian() * 5);
      ticks.add(
          new QuoteTick(
              Ticks.EURUSD.instrument(),
              new Price(bid, 5),
              new Price(bid + (long) (random.uniform() * 4), 5),
              Quantity.ZERO,
              Quantity.ZERO,
              time,
              "test"));
    }
    return ticks;
  }

  private static List<BarClosed> grouped(List<QuoteTick> ticks) {
    var bars = new ArrayList<BarClosed>();
    for (BarInterval interval : BarInterval.values()) {
      var groups = new TreeMap<Long, List<QuoteTick>>();
      long seconds = interval.length().toSeconds();
      ticks.forEach(
          tick ->
              groups
                  .computeIfAbsent(
                      tick.time().getEpochSecond() / seconds * seconds, start -> new ArrayList<>())
                  .add(tick));
      groups.forEach((start, group) -> bars.add(bar(interval, start, group)));
    }
    return bars;
  }

  private static BarClosed bar(BarInterval interval, long start, List<QuoteTick> group) {
    List<BigDecimal> mids =
        group.stream()
            .map(
                tick ->
                    new BigDecimal(tick.bid().toString())
                        .add(new BigDecimal(tick.ask().toString()))
                        .divide(BigDecimal.TWO))
            .toList();
    return new BarClosed(
        Ticks.EURUSD.instrument(),
        interval.length(),
        Instant.ofEpochSecond(start),
        price(mids.getFirst()),
        price(mids.stream().max(Comparator.naturalOrder()).orElseThrow()),
        price(mids.stream().min(Comparator.naturalOrder()).orElseThrow()),
        price(mids.getLast()),
        Quantity.ZERO,
        mids.size());
  }

  private static Price price(BigDecimal mid) {
    return Price.of(mid.setScale(6).toPlainString());
  }

  private static List<BarClosed> withoutOrder(List<BarClosed> bars) {
    return bars.stream()
        .sorted(Comparator.comparing(BarClosed::interval).thenComparing(BarClosed::openTime))
        .toList();
  }
}
