package io.palmyra.core.analytics;

import java.util.function.DoublePredicate;

/**
 * Returns beside those of a benchmark in the same periods.
 *
 * @param returns of the record
 * @param benchmark of the same periods
 * @param periodsPerYear as of {@link Performance}
 */
public record Benchmarked(Returns returns, Returns benchmark, double periodsPerYear) {
  /** Below which a benchmark counts as one that does not move. */
  private static final double STILL = 1e-30;

  /**
   * @throws IllegalArgumentException if the two have not as many periods
   */
  public Benchmarked {
    returns.minus(benchmark);
  }

  /** How much it moves with the benchmark; NaN below two periods or where that stands still. */
  public double beta() {
    double[] theirs = benchmark.toArray();
    double variance = returns.size() < 2 ? 0 : Pairs.covariance(theirs, theirs);
    return variance < STILL ? Double.NaN : Pairs.covariance(returns.toArray(), theirs) / variance;
  }

  /**
   * What it returns in a year beyond what its beta explains, compounded. Michael Jensen, 1968.
   *
   * @param riskFree of one period
   */
  public double alpha(double riskFree) {
    double beta = beta();
    Returns unexplained =
        returns
            .minus(riskFree)
            .with(benchmark.minus(riskFree), (ours, theirs) -> ours - beta * theirs);
    return StrictMath.pow(1 + unexplained.mean(), periodsPerYear) - 1;
  }

  /** Mean of the difference per deviation of it, of one period; NaN below two. */
  public double informationRatio() {
    Returns difference = returns.minus(benchmark);
    double deviation = difference.deviation();
    return deviation > 0 ? difference.mean() / deviation : Double.NaN;
  }

  /** Its annual return in relation to the benchmark's. */
  public double capture() {
    return returns.annual(periodsPerYear) / benchmark.annual(periodsPerYear);
  }

  /** The same of the periods in which the benchmark rose; NaN without one. */
  public double upCapture() {
    return captureWhere(value -> value > 0);
  }

  /** The same of the periods in which the benchmark fell; NaN without one. */
  public double downCapture() {
    return captureWhere(value -> value < 0);
  }

  private double captureWhere(DoublePredicate those) {
    return returns.where(benchmark, those).annual(periodsPerYear)
        / benchmark.where(benchmark, those).annual(periodsPerYear);
  }

  /** Deviation of the record in relation to that of the benchmark (Fama's beta). */
  public double relativeDeviation() {
    return returns.deviation() / benchmark.deviation();
  }
}
