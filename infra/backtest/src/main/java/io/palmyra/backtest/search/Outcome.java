package io.palmyra.backtest.search;

/**
 * What came of a trial.
 *
 * @param trial that was run
 * @param metrics of it
 * @param objective what is made as great as can be; NaN if it is not defined or does not count
 * @param remark why it does not, empty if it does
 * @param hash of the backtest, empty if it ended before its time
 */
public record Outcome(Trial trial, Metrics metrics, double objective, String remark, String hash) {
  /** Whether it may be the best. */
  public boolean counts() {
    return !Double.isNaN(objective);
  }

  /** Whether it is better than another that may be none. */
  boolean beats(Outcome other) {
    return counts()
        && (!other.counts()
            || objective > other.objective
            || (objective == other.objective && trial.number() < other.trial.number()));
  }
}
