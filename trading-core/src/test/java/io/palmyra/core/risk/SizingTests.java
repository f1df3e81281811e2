package io.palmyra.core.risk;

import static io.palmyra.contracts.value.Side.BUY;
import static io.palmyra.contracts.value.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.decision.SignalAccepted;
import io.palmyra.contracts.decision.SignalDenied;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.sizing.TripRecord;
import io.palmyra.core.risk.sizing.Yardstick;
import io.palmyra.testing.FullForm;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SizingTests {
  private final RiskWorld world = new RiskWorld();

  @Test
  void entryLosesTheFractionAtItsStop() {
    // 1 % of 100,000 is 1,000; over 0.0125 that is 80,000.
    assertThat(sized(world.entry(BUY, "0.01250"))).isEqualTo(Quantity.of("80000"));
    // 76,923.07… is floored to lots.
    assertThat(sized(world.entry(BUY, "0.01300"))).isEqualTo(Quantity.of("76000"));
  }

  @Test
  void entryGoesThroughTheRate() {
    world.rate = Price.of("0.5");
    assertThat(sized(world.entry(BUY, "0.02500"))).isEqualTo(Quantity.of("80000"));
  }

  @Test
  void entryIsSmallerByTheTierAndOnTheStrategysCapital() {
    world.standing = standing(RiskTier.WARNING, "0.5", null);
    assertThat(sized(world.entry(BUY, "0.01250"))).isEqualTo(Quantity.of("40000"));
    world.standing = standing(RiskTier.NORMAL, "1", Money.of("25000", RiskWorld.USD));
    assertThat(sized(world.entry(BUY, "0.01250"))).isEqualTo(Quantity.of("20000"));
    world.standing = standing(RiskTier.NORMAL, "1", Money.of("900000", RiskWorld.USD));
    assertThat(sized(world.entry(BUY, "0.01250"))).isEqualTo(Quantity.of("80000"));
    world.standing = standing(RiskTier.NORMAL, "1", Money.zero(RiskWorld.USD));
    assertThat(world.outcome(world.entry(BUY, "0.01250"))).isEqualTo("SIZE_ZERO");
  }

  @Test
  void entryIsSizedByTheAverageTrueRangeWhateverItsStop() {
    var target = new Sizing.VolatilityTarget(Duration.ofHours(1), 14, Quantity.of("2"));
    world.standing = measured(new Yardstick(target, Price.of("0.00625"), TripRecord.NONE));
    // 1,000 over two ranges of 0.00625.
    assertThat(sized(world.entry(BUY, "0.10000"))).isEqualTo(Quantity.of("80000"));
    world.standing = measured(new Yardstick(target, null, TripRecord.NONE));
    assertThat(world.outcome(world.entry(BUY, "0.10000"))).isEqualTo("NO_VOLATILITY");
  }

  @Test
  void entryIsSizedByAShareOfKellyAndNeverBeyondTheFraction() {
    var kelly = new Sizing.CappedKelly(Quantity.of("0.5"), 4, Quantity.of("0.002"));
    // Three of four won, 1 lost per 3 won: 0.75 × (1 − 1/3) = 0.5, half of it is above 1 %.
    assertThat(sizedBy(kelly, "100", "100", "100", "-100")).isEqualTo(Quantity.of("80000"));
    // One of four won, 0.98 lost per 1 won: 0.25 × 0.02 = 0.005, half of it 0.0025.
    assertThat(sizedBy(kelly, "100", "-30", "-30", "-38")).isEqualTo(Quantity.of("20000"));
    // Too few to tell: 0.002 of 100,000 over 0.0125.
    assertThat(sizedBy(kelly, "100", "100", "-1")).isEqualTo(Quantity.of("16000"));
    world.standing = measured(record(kelly, "100", "-50", "-50", "-1"));
    assertThat(world.outcome(world.entry(BUY, "0.01250"))).isEqualTo("NO_EDGE");
  }

  private Quantity sizedBy(Sizing.CappedKelly kelly, String... results) {
    world.standing = measured(record(kelly, results));
    return sized(world.entry(BUY, "0.01250"));
  }

  private static Yardstick record(Sizing.CappedKelly kelly, String... results) {
    return new Yardstick(
        kelly,
        null,
        TripRecord.of(Stream.of(results).map(each -> Money.of(each, RiskWorld.USD)).toList()));
  }

  private static Standing measured(Yardstick yardstick) {
    return new Standing(RiskTier.NORMAL, Quantity.ONE, null, yardstick);
  }

  private static Standing standing(RiskTier tier, String share, @Nullable Money capital) {
    return new Standing(tier, Quantity.of(share), capital, Yardstick.FIXED);
  }

  @Test
  void aHaltAuthorisesTheCloseThatNamesItAndNothingElse() {
    world.holding(BUY, "3000");
    world.halted("account:paper", HaltMode.HALTED);
    assertThat(world.outcome(world.exit())).isEqualTo("HALTED");
    assertThat(world.flatten("account:paper/other").orElseThrow().command()).isNull();

    var order = (SubmitOrder) world.flatten("account:paper/test").orElseThrow().command();

    assertThat(order).isNotNull();
    assertThat(order.authorisedByHalt()).isEqualTo("account:paper/test");
    assertThat(order.reduceOnly()).isTrue();
    assertThat(order.side()).isEqualTo(SELL);
    assertThat(order.quantity()).isEqualTo(Quantity.of("3000"));
  }

  @Test
  void aPartIsClosedAndNoMoreThanOneOrderMayBeLarge() {
    world.holding(BUY, "5000");
    assertThat(closed("2000")).isEqualTo("2000");
    assertThat(closed("9000")).isEqualTo("5000");
    assertThat(closed("999")).isEqualTo("NOTHING_TO_CLOSE");
    // What is worth more than one order may be goes in parts and is not denied.
    world.limited(RiskWorld.limits("0.05", "900000", "1500", "900000", "900000"));
    assertThat(closed("2000")).isEqualTo("1000");
  }

  private String closed(String most) {
    RiskDecision made = world.closeAtMost(most).orElseThrow();
    return made.command() instanceof SubmitOrder order
        ? order.quantity().toString()
        : ((SignalDenied) made.decision()).code();
  }

  @Test
  void entryIsCappedByEachLimit() {
    world.limited(RiskWorld.limits("0.05", "30000", "900000", "900000", "900000"));
    assertThat(sized(world.entry(BUY, "0.00100"))).isEqualTo(Quantity.of("30000"));
    world.limited(RiskWorld.limits("0.05", "900000", "11002", "900000", "900000"));
    assertThat(sized(world.entry(BUY, "0.00100"))).isEqualTo(Quantity.of("10000"));
    world.limited(RiskWorld.limits("0.05", "900000", "900000", "20000", "900000"));
    assertThat(sized(world.entry(BUY, "0.00100"))).isEqualTo(Quantity.of("20000"));
    world.limited(RiskWorld.limits("0.05", "900000", "900000", "900000", "11002"));
    assertThat(sized(world.entry(BUY, "0.00100"))).isEqualTo(Quantity.of("10000"));
    world.holding(BUY, "8000");
    assertThat(sized(world.entry(BUY, "0.00100"))).isEqualTo(Quantity.of("2000"));
    world.holding(BUY, "10000");
    assertThat(world.outcome(world.entry(BUY, "0.00100"))).isEqualTo("SIZE_ZERO");
  }

  @Test
  void entryNeedsEquityAndAtLeastOneLot() {
    world.state.equity(Money.of("10", RiskWorld.USD));
    assertThat(world.outcome(world.entry(BUY, "0.00100"))).isEqualTo("SIZE_ZERO");
    world.state.equity(Money.of("-10000", RiskWorld.USD));
    assertThat(world.outcome(world.entry(BUY, "0.00100"))).isEqualTo("SIZE_ZERO");
    world.state.equity(null);
    assertThat(world.outcome(world.entry(BUY, "0.00100"))).isEqualTo("NO_EQUITY");
  }

  @Test
  void exitClosesWhatIsHeldNetOfWhatCloses() {
    world.holding(BUY, "50000");
    var order = (SubmitOrder) world.decided(world.exit()).command();
    assertThat(order).isNotNull();
    assertThat(order.side()).isEqualTo(SELL);
    assertThat(order.quantity()).isEqualTo(Quantity.of("50000"));
    assertThat(order.reduceOnly()).isTrue();
    assertThat(order.type()).isEqualTo(OrderType.MARKET);
    assertThat(order.timeInForce()).isEqualTo(TimeInForce.IOC);
    assertThat(world.outcome(world.exit())).isEqualTo("NOTHING_TO_CLOSE");

    world.holding(SELL, "50000");
    world.decided(world.limit(BUY, "20000", "1.09000"));
    assertThat(sized(world.exit())).isEqualTo(Quantity.of("30000"));
  }

  @Test
  void exitLargerThanOneOrderClosesInPart() {
    world.holding(SELL, "120000");
    assertThat(sized(world.exit())).isEqualTo(Quantity.of("100000"));
  }

  static java.util.List<Long> seeds() {
    return java.util.stream.LongStream.rangeClosed(1, FullForm.orQuarter(2_000)).boxed().toList();
  }

  /** Whatever the numbers: never above budget or limit, and one lot more would be. */
  @ParameterizedTest
  @MethodSource("seeds")
  void sizeIsTheLargestThatFits(long seed) {
    var random = new Random(seed);
    world.rate = new Price(1 + random.nextInt(3_000_000), random.nextInt(7));
    world.state.equity(new Money(random.nextLong(1_000_000_000_000_000L), RiskWorld.USD));
    world.limited(
        RiskWorld.limits(
            "0.05",
            "" + (1_000 + random.nextInt(1_000_000)),
            "" + (1 + random.nextInt(100_000_000)),
            "" + (1_000 + random.nextInt(1_000_000)),
            "" + (1 + random.nextInt(100_000_000))));
    Price stop = new Price(1 + random.nextInt(200_000), 5);

    var decision = world.decide(world.entry(BUY, stop.toString())).orElseThrow();

    Quantity size =
        decision.command() instanceof SubmitOrder order ? order.quantity() : Quantity.ZERO;
    assertThat(fits(size, stop)).as("size %s fits", size).isTrue();
    Quantity more = size.plus(Quantity.of("1000"));
    assertThat(fits(more, stop)).as("one lot more than %s fits", size).isFalse();
  }

  private boolean fits(Quantity size, Price stop) {
    var instrument = world.instruments.get(RiskWorld.EURUSD);
    var ask = world.quotes.get(RiskWorld.EURUSD).ask();
    Money value = instrument.value(size, ask).convert(world.rate, RiskWorld.USD);
    Money risk = instrument.value(size, stop).convert(world.rate, RiskWorld.USD);
    Money budget = world.state.equity().times(Quantity.of("0.01"));
    return size.compareTo(world.limits.maximumOrderQuantity()) <= 0
        && size.compareTo(world.limits.maximumPosition()) <= 0
        && size.compareTo(instrument.maximumQuantity()) <= 0
        && value.compareTo(world.limits.maximumOrderValue()) <= 0
        && value.compareTo(world.limits.maximumPositionValue()) <= 0
        && risk.compareTo(budget) <= 0;
  }

  private Quantity sized(Signal signal) {
    var decision = world.decide(signal).orElseThrow();
    assertThat(decision.decision()).isInstanceOf(SignalAccepted.class);
    return ((SubmitOrder) decision.command()).quantity();
  }
}
