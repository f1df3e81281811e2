package io.palmyra.core.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.analytics.Drawdowns.Drawdown;
import io.palmyra.core.analytics.EquityCurve.Point;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnalyticsTests {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void drawdownsAreListedWithTheirWaysBack() {
    // 100, 110, 99, 121, 108.9, 96.8, 121, 60.5
    var drawdowns = Drawdowns.of(Returns.ofEquity(100, 110, 99, 121, 108.9, 96.8, 121, 60.5));
    List<Drawdown> all = drawdowns.all();
    assertThat(all).hasSize(3);
    assertThat(all.get(0).depth()).isCloseTo(0.5, within(1e-12));
    assertThat(all.get(0).recovered()).isFalse();
    assertThat(all.get(1).peak()).isEqualTo(3);
    assertThat(all.get(1).trough()).isEqualTo(5);
    assertThat(all.get(1).recovery()).isEqualTo(6);
    assertThat(all.get(1).depth()).isCloseTo(0.2, within(1e-12));
    assertThat(all.get(2).depth()).isCloseTo(0.1, within(1e-12));
    assertThat(drawdowns.longest()).isEqualTo(3);
    assertThat(Drawdowns.of(Returns.of(0.1, 0.1)).all()).isEmpty();
  }

  @Test
  void ulcerIndexIsTheRootMeanSquareOfDepths() {
    // Below the peak by 0, 10 % and 20 %.
    var drawdowns = Drawdowns.of(Returns.ofEquity(100, 100, 90, 80));
    assertThat(drawdowns.ulcerIndex()).isCloseTo(Math.sqrt(0.05 / 3), within(1e-12));
  }

  @Test
  void lossesInTheTail() {
    double[] values = new double[100];
    for (int i = 0; i < 100; i++) {
      values[i] = (i - 20) / 100.0;
    }
    var performance = new Performance(Returns.of(values), 252);
    // The 5th percentile lies at place 4.95: between -0.16 and -0.15.
    assertThat(performance.valueAtRisk(0.95)).isCloseTo(0.1505, within(1e-12));
    assertThat(performance.expectedShortfall(0.95)).isCloseTo(0.18, within(1e-12));
    assertThat(new Performance(Returns.of(0.1, 0.2), 252).valueAtRisk(0.95)).isZero();
  }

  @Test
  void aSharpeRatioOfAShortRecordIsUncertain() {
    var random = new Random(3);
    double[] values = random.doubles(24).map(v -> 0.01 + (v - 0.5) * 0.1).toArray();
    var confidence = new SharpeConfidence(Returns.of(values));
    assertThat(confidence.exceeds(confidence.sharpe())).isCloseTo(0.5, within(1e-12));
    assertThat(confidence.exceeds(0)).isBetween(0.5, 1.0);
    assertThat(confidence.deflated(0.2, 100)).isLessThan(confidence.deflated(0.2, 10));
    assertThat(confidence.deflated(0.2, 1)).isEqualTo(confidence.exceeds(0));
  }

  /**
   * The numbers of the example in The Deflated Sharpe Ratio (2014), to the digits printed there.
   */
  @Test
  void theBestOfManyTriesIsExpectedToShowSomething() {
    double ofBest = SharpeConfidence.expectedOfBest(Math.sqrt(0.5 / 250), 100);
    assertThat(ofBest).isCloseTo(0.1132, within(5e-5));
    double deflated = SharpeConfidence.exceeds(2.5 / Math.sqrt(250), ofBest, 1250, -3, 10);
    assertThat(deflated).isCloseTo(0.9004, within(5e-5));
    assertThatThrownBy(() -> SharpeConfidence.expectedOfBest(1, 0)).hasMessageContaining("tries 0");
  }

  @Test
  void equityByDayAndMonthOfAZone() {
    var curve =
        new EquityCurve(
            List.of(
                new Point(Instant.parse("2026-01-30T12:00:00Z"), 100),
                new Point(Instant.parse("2026-01-31T20:00:00Z"), 110),
                new Point(Instant.parse("2026-02-01T03:00:00Z"), 121),
                new Point(Instant.parse("2026-02-02T12:00:00Z"), 60.5)));
    assertThat(curve.monthly(ZoneOffset.UTC).get(YearMonth.of(2026, 1)))
        .isEqualTo(0.1, within(1e-12));
    assertThat(curve.monthly(ZoneOffset.UTC).get(YearMonth.of(2026, 2)))
        .isEqualTo(-0.45, within(1e-12));
    ZoneId newYork = ZoneId.of("America/New_York");
    assertThat(curve.daily(newYork).get(LocalDate.of(2026, 1, 31))).isEqualTo(0.21, within(1e-12));
    assertThat(curve.returns().size()).isEqualTo(3);
    assertThatThrownBy(() -> new EquityCurve(List.of(new Point(NOON, 1), new Point(NOON, 2))))
        .hasMessageContaining("is not later than");
  }

  @Test
  void tradesByWhatTheyMade() {
    var trades =
        new TradeStatistics(
            List.of(trade(0, 2, "30"), trade(3, 4, "-10"), trade(1, 3, "-20"), trade(8, 9, "0")));
    assertThat(trades.winRate()).isEqualTo(0.25);
    assertThat(trades.profitFactor()).isEqualTo(1);
    assertThat(trades.expectancy()).isZero();
    assertThat(trades.averageWin()).isEqualTo(30);
    assertThat(trades.averageLoss()).isEqualTo(-15);
    assertThat(trades.longestLosingStreak()).isEqualTo(2);
    assertThat(trades.averageHeld()).isEqualTo(Duration.ofMinutes(90));
    assertThat(trades.averageAdverse()).isEqualTo(-5);
    assertThat(trades.averageFavourable()).isEqualTo(7);
    // Open from 0 to 4 and from 8 to 9 of ten hours.
    assertThat(trades.exposure(NOON, NOON.plus(Duration.ofHours(10)))).isEqualTo(0.5);
    assertThat(new TradeStatistics(List.of()).winRate()).isNaN();
  }

  private static Trade trade(int from, int to, String profit) {
    return new Trade(
        new InstrumentId("EURUSD.SIM"),
        Side.BUY,
        Quantity.of("1"),
        NOON.plus(Duration.ofHours(from)),
        NOON.plus(Duration.ofHours(to)),
        Price.of("1"),
        Price.of("1"),
        Money.of(profit, Currency.USD),
        Money.zero(Currency.USD),
        Money.of("-5", Currency.USD),
        Money.of("7", Currency.USD));
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Returns.of(0.1, Double.NaN)).hasMessageContaining("return 1 is NaN");
    assertThatThrownBy(() -> Returns.ofEquity(1, 0)).hasMessageContaining("equity 1 is 0.0");
    assertThatThrownBy(() -> Returns.of(1).minus(Returns.of(1, 2)))
        .hasMessageContaining("2 periods beside 1");
    assertThatThrownBy(() -> new Performance(Returns.of(1), 0)).hasMessageContaining("not above 0");
  }
}
