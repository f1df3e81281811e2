package io.palmyra.backtest.search;

import io.palmyra.backtest.engine.StrategyFailedException;
import io.palmyra.core.strategy.Validated;
import java.util.Map;

/**
 * Runs trials, each by itself: on any thread, in any order, with the same outcome.
 *
 * @param ground that they have in common
 * @param goal by which they are judged
 */
record TrialRunner(Ground ground, Goal goal) {
  /**
   * Runs one.
   *
   * @throws IllegalArgumentException if its parameters do not go together
   */
  Outcome run(Trial trial) {
    try {
      Played played = Played.of(ground, ground.parameters(trial));
      Outcome outcome = goal.judged(trial, played.metrics(), played.result().hash());
      return played.ruined()
          ? new Outcome(
              trial, outcome.metrics(), Double.NaN, "equity fell to nothing", outcome.hash())
          : outcome;
      // Amounts beyond what money can hold are the trial's own fault as well.
    } catch (StrategyFailedException | ArithmeticException e) {
      return new Outcome(
          trial, Metrics.none(0, "0"), Double.NaN, oneLine(String.valueOf(e.getMessage())), "");
    }
  }

  /** Whether swept parameters go together with each other and with those that are given. */
  boolean accepts(Map<String, String> swept) {
    return ground.validated(swept) instanceof Validated.Accepted;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
