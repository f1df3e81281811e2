package io.palmyra.core.risk.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTests {
  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
  private static final Protection ALL =
      new Protection(Quantity.of("0.02"), Quantity.of("0.05"), Quantity.of("0.03"));

  @Test
  void averagesWhatIsAddedAndKeepsItWhenReduced() {
    Guard one = moved(null, "0", "1000", "1.10000");
    Guard two = moved(one, "1000", "3000", "1.13000");
    assertThat(two.entry()).isEqualByComparingTo(Price.of("1.12"));
    assertThat(moved(two, "3000", "500", "1.20000").entry()).isEqualTo(two.entry());
    assertThat(moved(two, "3000", "0", "1.20000")).isNull();
  }

  @Test
  void turningOverBeginsAnew() {
    Guard met = moved(null, "0", "1000", "1.10000").tried(ExitReason.STOP_LOSS, NOW);
    Guard turned = moved(met, "1000", "-500", "1.05000");
    assertThat(turned.side()).isEqualTo(Side.SELL);
    assertThat(turned.entry()).isEqualByComparingTo(Price.of("1.05"));
    assertThat(turned.met()).isNull();
  }

  @Test
  void aLongPositionIsStoppedAtTheBidAndNotATickBefore() {
    Guard guard = moved(null, "0", "1000", "100.00");
    assertThat(guard.met(ALL, quote("98.01", "98.02"))).isEmpty();
    assertThat(guard.met(ALL, quote("98.00", "98.50"))).contains(ExitReason.STOP_LOSS);
    assertThat(guard.met(ALL, quote("104.99", "105.10"))).isEmpty();
    assertThat(guard.met(ALL, quote("105.00", "105.10"))).contains(ExitReason.TAKE_PROFIT);
  }

  @Test
  void aShortPositionIsStoppedAtTheAskAndNotATickBefore() {
    Guard guard = moved(null, "0", "-1000", "100.00");
    assertThat(guard.met(ALL, quote("101.90", "101.99"))).isEmpty();
    assertThat(guard.met(ALL, quote("101.90", "102.00"))).contains(ExitReason.STOP_LOSS);
    assertThat(guard.met(ALL, quote("94.90", "95.01"))).isEmpty();
    assertThat(guard.met(ALL, quote("94.90", "95.00"))).contains(ExitReason.TAKE_PROFIT);
  }

  @Test
  void theTrailingStopFollowsTheBestPriceAndNeverGoesBack() {
    var trailing = new Protection(null, null, Quantity.of("0.03"));
    Guard guard = moved(null, "0", "1000", "100.00").seen(quote("104.00", "104.02"));
    Guard after = guard.seen(quote("102.00", "102.02"));
    assertThat(after.levels(trailing).trailingStop()).isEqualByComparingTo(Price.of("100.88"));
    assertThat(after.met(trailing, quote("100.89", "100.91"))).isEmpty();
    assertThat(after.met(trailing, quote("100.88", "100.91"))).contains(ExitReason.TRAILING_STOP);

    Guard low = moved(null, "0", "-1000", "100.00").seen(quote("95.98", "96.00"));
    assertThat(low.levels(trailing).trailingStop()).isEqualByComparingTo(Price.of("98.88"));
    assertThat(low.met(trailing, quote("98.80", "98.88"))).contains(ExitReason.TRAILING_STOP);
  }

  @Test
  void onceMetItStaysMetAndIsTriedAgainASecondLater() {
    Guard met = moved(null, "0", "1000", "100.00").tried(ExitReason.STOP_LOSS, NOW);
    assertThat(met.met(ALL, quote("101.00", "101.01"))).contains(ExitReason.STOP_LOSS);
    assertThat(met.mayTry(NOW.plusMillis(999))).isFalse();
    assertThat(met.mayTry(NOW.plusMillis(1000))).isTrue();
    assertThat(met.tried(ExitReason.TAKE_PROFIT, NOW).met()).isEqualTo(ExitReason.STOP_LOSS);
  }

  @Test
  void pricesBelowZeroAreProtectedByTheSizeOfThePrice() {
    var stop = new Protection(Quantity.of("0.10"), null, null);
    Guard guard = moved(null, "0", "10", "-20.00");
    assertThat(guard.levels(stop).stopLoss()).isEqualByComparingTo(Price.of("-22.00"));
    assertThat(guard.met(stop, quote("-22.00", "-21.90"))).contains(ExitReason.STOP_LOSS);
    assertThat(guard.met(stop, quote("-21.99", "-21.90"))).isEmpty();
  }

  @Test
  void thePortfolioStopIsMetAtItsShareOfThePeak() {
    var policy = new ProtectionPolicy(Protection.NONE, Map.of(), Quantity.of("0.2"));
    assertThat(policy.isPortfolioStopMet(usd("1000"), usd("800.01"))).isFalse();
    assertThat(policy.isPortfolioStopMet(usd("1000"), usd("800"))).isTrue();
    assertThat(ProtectionPolicy.NONE.isPortfolioStopMet(usd("1000"), usd("1"))).isFalse();
  }

  @Test
  void sharesOutOfRangeAreRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Protection(Quantity.of("1"), null, null))
        .withMessage("stopLoss 1 is not above 0 and below 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Protection(null, Quantity.of("0"), null))
        .withMessage("takeProfit 0 is not above 0");
  }

  private static @Nullable Guard moved(
      @Nullable Guard guard, String before, String after, String price) {
    return Guard.moved(guard, Quantity.of(before), Quantity.of(after), Price.of(price), NOW);
  }

  private static QuoteTick quote(String bid, String ask) {
    return new QuoteTick(
        new InstrumentId("X.SIM"),
        Price.of(bid),
        Price.of(ask),
        Quantity.ZERO,
        Quantity.ZERO,
        NOW,
        "simulated");
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
