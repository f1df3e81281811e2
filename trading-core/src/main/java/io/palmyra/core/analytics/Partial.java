package io.palmyra.core.analytics;

/**
 * What lies above and below a return that is required, period by period. After Carl Bacon,
 * Practical Portfolio Performance Measurement and Attribution, 2008.
 *
 * @param returns of periods of equal length
 * @param required of one period
 */
public record Partial(Returns returns, double required) {
  /** Mean of what exceeded it, over all periods. */
  public double upsidePotential() {
    return returns.moment(value -> Math.max(value - required, 0));
  }

  /** Mean of what fell short of it, over all periods. */
  public double downsidePotential() {
    return returns.moment(value -> Math.max(required - value, 0));
  }

  /** Root of the mean square of what exceeded it, over all periods. */
  public double upsideRisk() {
    return Math.sqrt(returns.moment(value -> StrictMath.pow(Math.max(value - required, 0), 2)));
  }

  /** Root of the mean square of what fell short of it, over all periods. */
  public double downsideRisk() {
    return Math.sqrt(returns.moment(value -> StrictMath.pow(Math.max(required - value, 0), 2)));
  }

  /** Share of the periods above it. */
  public double upsideFrequency() {
    return returns.shareOf(value -> value > required);
  }

  /** Share of the periods below it. */
  public double downsideFrequency() {
    return returns.shareOf(value -> value < required);
  }

  /** Omega–Sharpe ratio: mean excess per mean shortfall. */
  public double omegaSharpe() {
    return (returns.mean() - required) / downsidePotential();
  }

  /** Gains in relation to losses around it. Antonio Bernardo and Olivier Ledoit, 2000. */
  public double gainLoss() {
    return upsidePotential() / downsidePotential();
  }

  /** D ratio: losses by number and size in relation to gains by number and size. */
  public double dRatio() {
    return downsideFrequency() * downsidePotential() / (upsideFrequency() * upsidePotential());
  }

  /** Mean distance from the mean. */
  public double meanAbsoluteDeviation() {
    double mean = returns.mean();
    return returns.moment(value -> Math.abs(value - mean));
  }
}
