package io.palmyra.core.promotion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a strategy may trade real money; a figure equal to its threshold passes.
 *
 * @param backtest demands on the backtest
 * @param walkForward demands on the walk-forward, out of sample
 * @param leastEfficiency least efficiency of the walk-forward
 * @param leastOnPaper least time on a simulated venue
 */
public record PromotionRules(
    TrialRules backtest, TrialRules walkForward, double leastEfficiency, Duration leastOnPaper) {
  public PromotionRules {
    if (!Double.isFinite(leastEfficiency)) {
      throw new IllegalArgumentException(
          "leastEfficiency is " + leastEfficiency + ", must be finite");
    }
    if (leastOnPaper.isNegative()) {
      throw new IllegalArgumentException(
          "leastOnPaper is " + leastOnPaper + ", must not be negative");
    }
  }

  /** Passed, or every demand that is not met. */
  public Promotion decide(Proven proven) {
    List<Lack> lacks = new ArrayList<>(backtest.lacks(Stage.BACKTEST, proven.backtest()));
    WalkForwardFigures walked = proven.walkForward();
    lacks.addAll(
        walkForward.lacks(Stage.WALK_FORWARD, walked == null ? null : walked.outOfSample()));
    if (walked != null && !(walked.efficiency() >= leastEfficiency)) {
      lacks.add(
          new Lack(
              Stage.WALK_FORWARD,
              "efficiency",
              Double.toString(walked.efficiency()),
              "at least " + leastEfficiency));
    }
    if (proven.onPaper().compareTo(leastOnPaper) < 0) {
      lacks.add(
          new Lack(Stage.PAPER, "time", proven.onPaper().toString(), "at least " + leastOnPaper));
    }
    return lacks.isEmpty() ? new Promotion.Passed() : new Promotion.Lacking(lacks);
  }
}
