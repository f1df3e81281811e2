package io.palmyra.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromotionRulesTests {
  private static final TrialFigures BACKTEST = new TrialFigures(100, 1.0, 0.2);
  private static final WalkForwardFigures WALKED =
      new WalkForwardFigures(new TrialFigures(30, 0.5, 0.25), 0.5);
  private static final Duration PAPER = Duration.ofDays(20);
  private static final PromotionRules RULES =
      new PromotionRules(new TrialRules(100, 1.0, 0.2), new TrialRules(30, 0.5, 0.25), 0.5, PAPER);

  @Test
  void passesWhatEqualsEachThreshold() {
    assertThat(RULES.decide(new Proven(BACKTEST, WALKED, PAPER))).isEqualTo(new Promotion.Passed());
  }

  @Test
  void lacksOneTradeOfTheBacktest() {
    lacks(new TrialFigures(99, 1.0, 0.2), WALKED, PAPER, "BACKTEST trades");
  }

  @Test
  void lacksSharpeAndDrawdownJustBeyondTheirThresholds() {
    lacks(
        new TrialFigures(100, Math.nextDown(1.0), Math.nextUp(0.2)),
        WALKED,
        PAPER,
        "BACKTEST sharpe",
        "BACKTEST maxDrawdown");
  }

  @Test
  void lacksEachFigureOfTheWalkForwardJustBeyondItsThreshold() {
    var worse = new TrialFigures(29, Math.nextDown(0.5), Math.nextUp(0.25));
    lacks(
        BACKTEST,
        new WalkForwardFigures(worse, Math.nextDown(0.5)),
        PAPER,
        "WALK_FORWARD trades",
        "WALK_FORWARD sharpe",
        "WALK_FORWARD maxDrawdown",
        "WALK_FORWARD efficiency");
  }

  @Test
  void lacksOneNanosecondOnPaper() {
    lacks(BACKTEST, WALKED, PAPER.minusNanos(1), "PAPER time");
  }

  @Test
  void namesEveryStageOfWhichNothingIsThere() {
    lacks(null, null, Duration.ZERO, "BACKTEST evidence", "WALK_FORWARD evidence", "PAPER time");
  }

  @Test
  void letsNoFigurePassThatIsNotDefined() {
    lacks(
        new TrialFigures(100, Double.NaN, Double.NaN),
        new WalkForwardFigures(WALKED.outOfSample(), Double.NaN),
        PAPER,
        "BACKTEST sharpe",
        "BACKTEST maxDrawdown",
        "WALK_FORWARD efficiency");
  }

  @Test
  void refusesRulesOutOfBoundsWithFieldAndValue() {
    assertThatThrownBy(() -> new TrialRules(0, 1, 0.2)).hasMessageContaining("leastTrades is 0");
    assertThatThrownBy(() -> new TrialRules(1, 1, 1.1))
        .hasMessageContaining("largestDrawdown is 1.1");
  }

  private static void lacks(
      @Nullable TrialFigures backtest,
      @Nullable WalkForwardFigures walked,
      Duration onPaper,
      String... expected) {
    assertThat(RULES.decide(new Proven(backtest, walked, onPaper)))
        .isInstanceOfSatisfying(
            Promotion.Lacking.class,
            lacking ->
                assertThat(lacking.lacks())
                    .extracting(lack -> lack.stage() + " " + lack.figure())
                    .containsExactly(expected));
  }
}
