package io.palmyra.backtest.search;

/**
 * What is looked for.
 *
 * @param objective made as great as can be
 * @param minimumTrades below which a trial does not count
 */
public record Goal(Objective objective, int minimumTrades) {
  /** What a trial is worth by its figures. */
  public Outcome judged(Trial trial, Metrics metrics, String hash) {
    double worth = objective.of(metrics);
    String remark =
        metrics.trades() < minimumTrades
            ? "fewer than " + minimumTrades + " trades"
            : Double.isFinite(worth) ? "" : objective.text() + " is not defined";
    return new Outcome(trial, metrics, remark.isEmpty() ? worth : Double.NaN, remark, hash);
  }
}
