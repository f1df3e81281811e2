package io.palmyra.core.analytics;

import java.util.function.ToDoubleFunction;

/**
 * Return in relation to risk. All figures are those of a year unless they say otherwise; a required
 * return and a risk-free rate are those of one period.
 *
 * @param returns of periods of equal length
 * @param periodsPerYear such as 252 for days of exchanges, 365 for days of markets that never
 *     close, 12 for months
 */
public record Performance(Returns returns, double periodsPerYear) {
  /**
   * @throws IllegalArgumentException if a year has no periods
   */
  public Performance {
    if (!(periodsPerYear > 0)) {
      throw new IllegalArgumentException("periodsPerYear " + periodsPerYear + " is not above 0");
    }
  }

  /** Compound annual return. */
  public double annualReturn() {
    return returns.annual(periodsPerYear);
  }

  /** Deviation of returns. */
  public double volatility() {
    return returns.volatility(periodsPerYear);
  }

  /** Sharpe's ratio: mean excess return per deviation of excess returns. William Sharpe, 1994. */
  public double sharpe(double riskFree) {
    return ratio(returns.minus(riskFree));
  }

  /** The same with a rate for each period. */
  public double sharpe(Returns riskFree) {
    return ratio(returns.minus(riskFree));
  }

  private double ratio(Returns excess) {
    double deviation = excess.deviation();
    return deviation > 0 ? excess.mean() / deviation * Math.sqrt(periodsPerYear) : Double.NaN;
  }

  /** Root of the mean square of what fell short of a required return, over all periods. */
  public double downsideDeviation(double required) {
    return downside(returns.minus(required));
  }

  /** The same with a requirement for each period. */
  public double downsideDeviation(Returns required) {
    return downside(returns.minus(required));
  }

  private double downside(Returns excess) {
    double squares = excess.moment(value -> StrictMath.pow(Math.min(value, 0), 2));
    return Math.sqrt(squares) * Math.sqrt(periodsPerYear);
  }

  /**
   * Sortino's ratio: mean excess return per downside deviation; infinite where nothing fell short,
   * NaN below two periods. Frank Sortino and Lee Price, 1994.
   */
  public double sortino(double required) {
    if (returns.size() < 2) {
      return Double.NaN;
    }
    Returns excess = returns.minus(required);
    return excess.mean() * periodsPerYear / downside(excess);
  }

  /** Annual return per greatest drawdown; NaN without a drawdown. Terry Young, 1991. */
  public double calmar() {
    double depth = Drawdowns.of(returns).maximum();
    return depth > 0 ? annualReturn() / depth : Double.NaN;
  }

  /**
   * Omega: what exceeded a threshold in relation to what fell short of it; NaN where nothing did.
   * Con Keating and William Shadwick, 2002.
   *
   * @param threshold of one period
   */
  public double omega(double threshold) {
    double missed = returns.sum(value -> Math.max(threshold - value, 0));
    double gained = returns.sum(value -> Math.max(value - threshold, 0));
    return missed > 0 ? gained / missed : Double.NaN;
  }

  /** How far the best twentieth reaches in relation to the worst: 95th to 5th percentile. */
  public double tailRatio() {
    return Math.abs(returns.quantile(0.95)) / Math.abs(returns.quantile(0.05));
  }

  /** Share of the variance of cumulated log returns that a straight line explains (R²). */
  public double stability() {
    if (returns.size() < 2) {
      return Double.NaN;
    }
    double[] growth = returns.growthOf(1);
    var logs = new double[growth.length];
    var times = new double[growth.length];
    for (int i = 0; i < growth.length; i++) {
      logs[i] = StrictMath.log(growth[i]);
      times[i] = i;
    }
    double r = Pairs.correlation(times, logs);
    return r * r;
  }

  /**
   * Loss of one period that is exceeded in a share of them, as history has it: 0 or more.
   *
   * @param confidence such as 0.95
   */
  public double valueAtRisk(double confidence) {
    return Math.max(0, -returns.quantile(1 - confidence));
  }

  /**
   * Mean loss of the periods that are at least as bad as the value at risk: 0 or more; NaN without
   * a period.
   */
  public double expectedShortfall(double confidence) {
    double bound = returns.quantile(1 - confidence);
    Returns worst = returns.where(returns, value -> value <= bound);
    return worst.size() == 0 ? Double.NaN : Math.max(0, -worst.mean());
  }

  /**
   * Sharpe's ratio, corrected for skewness and fat tails. Jacques Pézier, 2006.
   *
   * @param sharpe annual
   */
  public double adjustedSharpe(double sharpe) {
    return sharpe
        * (1 + returns.skewness() / 6 * sharpe - (returns.kurtosis() - 3) / 24 * sharpe * sharpe);
  }

  /**
   * A figure of every window of so many periods, the first after {@code window} of them.
   *
   * @param window periods, 1 or more
   */
  public double[] rolling(int window, ToDoubleFunction<Performance> figure) {
    if (window < 1) {
      throw new IllegalArgumentException("window " + window + " is below 1");
    }
    double[] figures = new double[Math.max(0, returns.size() - window + 1)];
    for (int i = 0; i < figures.length; i++) {
      figures[i] =
          figure.applyAsDouble(new Performance(returns.between(i, i + window), periodsPerYear));
    }
    return figures;
  }
}
