package io.palmyra.core.risk.tier;

import static io.palmyra.contracts.control.RiskTier.CRITICAL;
import static io.palmyra.contracts.control.RiskTier.EMERGENCY;
import static io.palmyra.contracts.control.RiskTier.NORMAL;
import static io.palmyra.contracts.control.RiskTier.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.portfolio.PositionLine;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * WARNING from 5 % of the peak, 3 % of the day or 3 losses; CRITICAL 10, 6, 5; EMERGENCY 20, 9, 8.
 */
class TiersTests {
  private static final Currency USD = Currency.USD;
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final TierPolicy POLICY =
      new TierPolicy(
          thresholds("0.05", "0.03", 3),
          thresholds("0.1", "0.06", 5),
          thresholds("0.2", "0.09", 8),
          Quantity.of("0.5"),
          Quantity.of("0.8"),
          Duration.ofMinutes(10),
          ZoneId.of("America/New_York"),
          LocalTime.of(17, 0));

  private Instant now = NOON;
  private TierState state = Tiers.begin(usd("100000"), NOON, POLICY);

  private static TierThresholds thresholds(String drawdown, String dailyLoss, int losses) {
    return new TierThresholds(Quantity.of(drawdown), Quantity.of(dailyLoss), losses);
  }

  private static Money usd(String amount) {
    return Money.of(amount, USD);
  }

  private RiskTier equity(String amount) {
    state = Tiers.valued(state, List.of(), usd(amount), now, POLICY);
    return state.tier();
  }

  private RiskTier after(Duration time, String amount) {
    now = now.plus(time);
    return equity(amount);
  }

  private RiskTier flat(String realized, String fees) {
    var line =
        new PositionLine(
            new InstrumentId("EURUSD.SIM"),
            Quantity.ZERO,
            new Price(0, 0),
            null,
            usd(realized),
            null,
            usd(fees));
    state = Tiers.valued(state, List.of(line), usd("100000"), now, POLICY);
    return state.tier();
  }

  @ParameterizedTest
  @CsvSource({
    "97000.00000001, NORMAL",
    "97000, WARNING",
    "94000.00000001, WARNING",
    "94000, CRITICAL",
    "91000.00000001, CRITICAL",
    "91000, EMERGENCY"
  })
  void entersATierAtItsDailyLossAndNotOneUnitBefore(String amount, RiskTier tier) {
    assertThat(equity(amount)).isEqualTo(tier);
  }

  @Test
  void drawdownIsMeasuredFromTheHighestEquityOverDays() {
    equity("110000");
    assertThat(after(Duration.ofDays(1), "107000")).isEqualTo(NORMAL);
    assertThat(after(Duration.ofDays(1), "104500.00000001")).isEqualTo(NORMAL);
    assertThat(after(Duration.ofMinutes(1), "104500")).isEqualTo(WARNING);
    assertThat(after(Duration.ofDays(1), "99000")).isEqualTo(CRITICAL);
    assertThat(after(Duration.ofDays(1), "95000")).isEqualTo(CRITICAL);
    assertThat(after(Duration.ofDays(1), "88000")).isEqualTo(EMERGENCY);
  }

  @Test
  void aTierIsLeftByOneStepOnceEveryMeasureWasWellBelowItLongEnough() {
    equity("93000");
    // 80 % of 6 % of the day: calm from a loss of less than 4.8 % on.
    assertThat(after(Duration.ofMinutes(1), "95200")).isEqualTo(CRITICAL);
    assertThat(after(Duration.ofHours(1), "95200")).isEqualTo(CRITICAL);
    after(Duration.ofMinutes(1), "95200.00000001");
    assertThat(after(Duration.ofMinutes(10).minusNanos(1), "95300")).isEqualTo(CRITICAL);
    assertThat(after(Duration.ofNanos(1), "95300")).isEqualTo(WARNING);
    assertThat(after(Duration.ofMinutes(20), "95300")).isEqualTo(WARNING);
    after(Duration.ofMinutes(1), "99000");
    assertThat(after(Duration.ofMinutes(10), "99000")).isEqualTo(NORMAL);
  }

  @Test
  void aRelapseBeginsTheCalmAnew() {
    equity("96900");
    after(Duration.ofMinutes(1), "99000");
    after(Duration.ofMinutes(9), "97000");
    after(Duration.ofMinutes(1), "99000");
    assertThat(after(Duration.ofMinutes(9), "99000")).isEqualTo(WARNING);
    assertThat(after(Duration.ofMinutes(1), "99000")).isEqualTo(NORMAL);
  }

  @Test
  void equityThatIsNotKnownImprovesNothing() {
    equity("96900");
    after(Duration.ofMinutes(1), "99000");
    now = now.plus(Duration.ofHours(1));
    state = Tiers.valued(state, List.of(), null, now, POLICY);
    assertThat(state.tier()).isEqualTo(WARNING);
    assertThat(equity("99000")).isEqualTo(WARNING);
  }

  @Test
  void emergencyStaysUntilAPersonRestarts() {
    equity("80000");
    assertThat(after(Duration.ofDays(3), "120000")).isEqualTo(EMERGENCY);
    equity("90000");

    state = Tiers.restarted(state, now);

    assertThat(state.tier()).isEqualTo(NORMAL);
    assertThat(equity("87300.00000001")).isEqualTo(NORMAL);
    assertThat(equity("87300")).isEqualTo(WARNING);
  }

  @Test
  void roundTripsThatLoseInARowCountFeesIncludedUntilOneWins() {
    flat("10", "1");
    flat("5", "1");
    flat("5", "2");
    assertThat(state.consecutiveLosses()).isEqualTo(2);
    flat("5", "2");
    assertThat(state.consecutiveLosses()).isEqualTo(2);
    assertThat(flat("5", "3")).isEqualTo(WARNING);
    flat("50", "4");
    assertThat(state.consecutiveLosses()).isZero();
  }

  @Test
  void lossesInARowEndWithTheDay() {
    flat("-1", "0");
    flat("-2", "0");
    flat("-3", "0");
    assertThat(state.tier()).isEqualTo(WARNING);
    // 17:00 in New York is 22:00 UTC in winter.
    now = Instant.parse("2026-03-02T21:59:59Z");
    equity("100000");
    assertThat(state.consecutiveLosses()).isEqualTo(3);
    now = Instant.parse("2026-03-02T22:00:00Z");
    equity("99000");
    assertThat(state.consecutiveLosses()).isZero();
    assertThat(state.opening()).isEqualTo(usd("99000"));
  }

  @Test
  void thresholdsThatFallFromTierToTierAreRefused() {
    assertThatThrownBy(
            () ->
                new TierPolicy(
                    thresholds("0.2", "0.03", 3),
                    thresholds("0.1", "0.06", 5),
                    thresholds("0.2", "0.09", 8),
                    Quantity.ONE,
                    Quantity.ONE,
                    Duration.ZERO,
                    ZoneId.of("Z"),
                    LocalTime.MIN))
        .hasMessageContaining("must not fall");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void onARandomWalkNoTierIsLeftSoonerThanItsCalmAndNoneIsEnteredLate(long seed) {
    var random = new Random(seed);
    long cents = 10_000_000;
    for (int step = 0; step < 2_000; step++) {
      now = now.plusSeconds(1 + random.nextInt(60));
      cents = Math.max(1_000_000, cents + Math.round(random.nextGaussian() * 30_000));
      TierState before = state;
      RiskTier tier = equity(new java.math.BigDecimal(cents).movePointLeft(2).toString());

      if (tier.compareTo(before.tier()) < 0) {
        assertThat(before.calmSince()).as("seed %s step %s", seed, step).isNotNull();
        assertThat(Duration.between(before.calmSince(), now))
            .isGreaterThanOrEqualTo(POLICY.calmFor());
        assertThat(before.tier().ordinal() - tier.ordinal()).isEqualTo(1);
        assertThat(before.tier()).isNotEqualTo(EMERGENCY);
      }
      double drawdown = state.peak().minus(state.equity()).toDouble() / state.peak().toDouble();
      double daily = state.opening().minus(state.equity()).toDouble() / state.opening().toDouble();
      if (drawdown > 0.2001 || daily > 0.0901) {
        assertThat(tier).as("seed %s step %s", seed, step).isEqualTo(EMERGENCY);
      } else if (drawdown > 0.1001 || daily > 0.0601) {
        assertThat(tier).as("seed %s step %s", seed, step).isGreaterThanOrEqualTo(CRITICAL);
      } else if (drawdown > 0.0501 || daily > 0.0301) {
        assertThat(tier).as("seed %s step %s", seed, step).isGreaterThanOrEqualTo(WARNING);
      }
      if (tier == EMERGENCY && random.nextInt(20) == 0) {
        state = Tiers.restarted(state, now);
      }
    }
  }
}
