package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Macd;
import io.palmyra.core.strategy.indicator.Mfi;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Strategies of one instrument's bars, each on a course of prices made for it. */
class BarStrategiesTests {
  private static final Instant MORNING = Instant.parse("2026-01-05T08:00:00Z");

  private final Account account = new Account();
  private Strategy strategy;
  private Instant time = MORNING;

  /** What the strategy is told of its account. */
  private static final class Account implements StrategyContext {
    private Quantity position = Quantity.ZERO;
    private boolean underWay;

    @Override
    public Instant marketTime() {
      return MORNING;
    }

    @Override
    public Quantity position(InstrumentId instrument) {
      return position;
    }

    @Override
    public boolean isUnderWay(InstrumentId instrument) {
      return underWay;
    }

    @Override
    public @Nullable InstrumentDefined definition(InstrumentId instrument) {
      return Feed.EURUSD;
    }
  }

  private record Seen(
      InstrumentId instrument,
      Instant closeTime,
      double open,
      double high,
      double low,
      double close,
      double volume)
      implements Bar {}

  private void make(String type, String... parameters) {
    Map<String, String> given = new HashMap<>(Map.of("interval", "PT1M", "atrPeriod", "3"));
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    StrategyType found = StrategyCatalogue.builtIn().find(type).orElseThrow();
    var accepted = (Validated.Accepted) found.descriptor().validate(given);
    strategy = found.create(accepted.parameters(), Feed.INSTRUMENT);
  }

  /** What it proposes after a bar: BUY or SELL, the code of an exit, or nothing. */
  private String after(double close, double volume) {
    time = time.plus(Duration.ofMinutes(1));
    var bar = new Seen(Feed.INSTRUMENT, time, close, close + 1, close - 1, close, volume);
    List<Proposal> proposals = strategy.onBar(bar, account);
    assertThat(proposals).hasSizeLessThanOrEqualTo(1);
    return switch (proposals.isEmpty() ? null : proposals.getFirst()) {
      case null -> "";
      case Proposal.Entry entry -> {
        assertThat(entry.stopDistance()).isPositive();
        yield entry.side().name();
      }
      case Proposal.Exit exit -> exit.reason();
      case Proposal other -> throw new IllegalStateException("" + other);
    };
  }

  private String after(double close) {
    return after(close, 10);
  }

  private void holding(String quantity) {
    account.position = Quantity.of(quantity);
  }

  @Test
  void macdEntersAndLeavesWhereItsHistogramCrossesZero() {
    make("macd", "fast", "3", "slow", "6", "signal", "3");
    var macd = new Macd(3, 6, 3);
    var random = new Random(5);
    double price = 100;
    double before = Double.NaN;
    int entries = 0;
    for (int i = 0; i < 500; i++) {
      price += random.nextGaussian();
      macd.add(price);
      double now = macd.histogram();
      String wanted = before <= 0 && now > 0 ? "BUY" : before >= 0 && now < 0 ? "SELL" : "";
      String proposed = after(price);
      assertThat(proposed).as("bar %d", i).isEqualTo(wanted);
      entries += proposed.isEmpty() ? 0 : 1;
      before = now;
    }
    assertThat(entries).isGreaterThan(50);
    holding("1000");
    // Held long: only a cross down is an answer to it.
    for (int i = 0; i < 100; i++) {
      price += random.nextGaussian();
      macd.add(price);
      double now = macd.histogram();
      assertThat(after(price)).isEqualTo(before >= 0 && now < 0 ? "HISTOGRAM_REVERSED" : "");
      before = now;
    }
  }

  @Test
  void macdBuysANewLowThatItsHistogramDoesNotFollow() {
    make("macd", "fast", "3", "slow", "6", "signal", "3", "mode", "DIVERGENCE", "lookBack", "12");
    double price = 100;
    for (int i = 0; i < 30; i++) {
      after(price);
    }
    // A fall that steepens, a pause, then a new low: the histogram's own low lies behind.
    for (double step = 1; step <= 16; step *= 2) {
      price -= step;
      assertThat(after(price)).as("the steep fall has the histogram's low").isEmpty();
    }
    assertThat(after(price + 1)).as("no new low").isEmpty();
    assertThat(after(price - 1)).isEqualTo("BUY");
  }

  @Test
  void bollingerBuysBelowItsBandAndLeavesAtTheAverage() {
    make("bollinger", "period", "10", "width", "2");
    for (int i = 0; i < 20; i++) {
      assertThat(after(100 + i % 2)).isEmpty();
    }
    assertThat(after(95)).isEqualTo("BUY");
    holding("1000");
    assertThat(after(97)).isEmpty();
    assertThat(after(101)).isEqualTo("AVERAGE_REACHED");
    holding("0");
    assertThat(after(115)).isEqualTo("SELL");
    holding("-1000");
    assertThat(after(112)).isEmpty();
    assertThat(after(99)).isEqualTo("AVERAGE_REACHED");
  }

  @Test
  void bollingerGoesWithABreakoutAfterASqueezeOnly() {
    make(
        "bollinger", "period", "10", "width", "2", "mode", "SQUEEZE_BREAKOUT", "squeezeBars", "30");
    for (int i = 0; i < 60; i++) {
      after(100 + (i % 2) * (5 + i * 0.2));
    }
    assertThat(after(140)).as("wide bands").isEmpty();
    for (int i = 0; i < 40; i++) {
      after(100 + (i % 2) * Math.max(0.2, 4 - i * 0.1));
    }
    for (int i = 0; i < 9; i++) {
      after(100 + (i % 2) * (0.19 - i * 0.01));
    }
    assertThat(after(104)).isEqualTo("BUY");
    holding("1000");
    assertThat(after(106)).isEmpty();
    assertThat(after(99)).isEqualTo("AVERAGE_REACHED");
  }

  @Test
  void vwapBuysFarBelowTheDaysAverageAndBeginsAnewWithTheDay() {
    make("vwap", "distanceAtrs", "2");
    for (int i = 0; i < 20; i++) {
      assertThat(after(100)).isEmpty();
    }
    assertThat(after(97)).as("near").isEmpty();
    assertThat(after(80)).isEqualTo("BUY");
    holding("1000");
    assertThat(after(95)).isEmpty();
    assertThat(after(100)).isEqualTo("VWAP_REACHED");
    holding("0");
    // A new day that trades at 90 knows nothing of the 100 before.
    time = MORNING.plus(Duration.ofDays(1));
    assertThat(after(90)).isEmpty();
    assertThat(after(90)).isEmpty();
  }

  @Test
  void vwapGoesWithACrossAndWithoutVolumeNowhere() {
    make("vwap", "mode", "TREND");
    for (int i = 0; i < 10; i++) {
      after(100);
    }
    assertThat(after(99)).as("no side before").isEmpty();
    assertThat(after(103)).isEqualTo("BUY");
    holding("1000");
    assertThat(after(104)).isEmpty();
    assertThat(after(95)).isEqualTo("VWAP_REACHED");
    make("vwap", "mode", "TREND");
    holding("0");
    for (double price : new double[] {100, 99, 103, 90, 120, 80, 130}) {
      assertThat(after(price, 0)).isEmpty();
    }
  }

  @Test
  void mfiEntersAsTheFlowComesBackFromAnExtreme() {
    make("mfi", "period", "4");
    var mfi = new Mfi(4);
    var random = new Random(9);
    double price = 100;
    double before = Double.NaN;
    int entries = 0;
    for (int i = 0; i < 400; i++) {
      price += random.nextGaussian();
      mfi.add(price + 1, price - 1, price, 10);
      double now = mfi.value();
      String wanted = before <= 20 && now > 20 ? "BUY" : before >= 80 && now < 80 ? "SELL" : "";
      assertThat(after(price)).as("bar %d", i).isEqualTo(wanted);
      entries += wanted.isEmpty() ? 0 : 1;
      before = now;
    }
    assertThat(entries).isGreaterThan(20);
    holding("-1000");
    boolean left = false;
    for (int i = 0; i < 100; i++) {
      price += random.nextGaussian();
      mfi.add(price + 1, price - 1, price, 10);
      String proposed = after(price);
      assertThat(proposed).isEqualTo(mfi.value() <= 20 ? "FLOW_REVERSED" : "");
      left |= !proposed.isEmpty();
    }
    assertThat(left).isTrue();
  }

  @Test
  void nothingIsProposedWhileSomethingIsUnderWayOrAgainstTheDirection() {
    make("bollinger", "period", "10", "direction", "SHORT");
    for (int i = 0; i < 20; i++) {
      after(100 + i % 2);
    }
    assertThat(after(95)).as("long is not allowed").isEmpty();
    make("bollinger", "period", "10");
    for (int i = 0; i < 20; i++) {
      after(100 + i % 2);
    }
    account.underWay = true;
    assertThat(after(95)).isEmpty();
    account.underWay = false;
    assertThat(after(90)).isEqualTo(Side.BUY.name());
  }
}
