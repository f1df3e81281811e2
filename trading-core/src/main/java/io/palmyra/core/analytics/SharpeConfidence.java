package io.palmyra.core.analytics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How sure a Sharpe ratio is, given how long the record is, how its returns are distributed, and
 * from how many tries the best was picked. Ratios here are those of one period.
 *
 * @param returns excess returns of periods of equal length
 */
public record SharpeConfidence(Returns returns) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double EULER = 0.577_215_664_901_532_9;

  /** The ratio of one period. */
  public double sharpe() {
    return new Performance(returns, 1).sharpe(0);
  }

  /**
   * Probability that the true ratio exceeds another (probabilistic Sharpe ratio). David Bailey and
   * Marcos López de Prado, The Sharpe Ratio Efficient Frontier, 2012.
   *
   * @param other of one period
   */
  public double exceeds(double other) {
    return exceeds(sharpe(), other, returns.size(), returns.skewness(), returns.kurtosis());
  }

  static double exceeds(
      double sharpe, double other, int periods, double skewness, double kurtosis) {
    double variance = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
    double distance = (sharpe - other) * Math.sqrt(periods - 1.0) / Math.sqrt(variance);
    return Double.isNaN(distance) ? Double.NaN : NORMAL.cumulativeProbability(distance);
  }

  /**
   * The ratio that the best of several tries without any merit is expected to show. From The
   * Deflated Sharpe Ratio, David Bailey and Marcos López de Prado, 2014.
   *
   * @param deviation of the ratios of all tries, of one period, 0 or more
   * @param tries that did not depend on each other, 1 or more
   */
  public static double expectedOfBest(double deviation, int tries) {
    if (tries < 1 || !(deviation >= 0)) {
      throw new IllegalArgumentException(
          "tries " + tries + " is not 1 or more, or deviation " + deviation + " is below 0");
    }
    if (tries == 1) {
      return 0;
    }
    return deviation
        * ((1 - EULER) * NORMAL.inverseCumulativeProbability(1 - 1.0 / tries)
            + EULER * NORMAL.inverseCumulativeProbability(1 - 1.0 / (tries * Math.E)));
  }

  /**
   * Probability that the true ratio exceeds what the best of so many tries without merit would show
   * (deflated Sharpe ratio).
   */
  public double deflated(double deviation, int tries) {
    return exceeds(expectedOfBest(deviation, tries));
  }
}
