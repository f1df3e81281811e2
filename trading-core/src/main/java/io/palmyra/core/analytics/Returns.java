package io.palmyra.core.analytics;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/**
 * Simple returns of periods of equal length, oldest first: 0.01 is one per cent. Immutable.
 *
 * <p>Deviations are those of a sample (divided by one less than their number); skewness and
 * kurtosis those of the periods themselves.
 */
public final class Returns {
  private final double[] values;

  private Returns(double[] values) {
    this.values = values;
  }

  /**
   * Of returns.
   *
   * @throws IllegalArgumentException if one is not finite
   */
  public static Returns of(double... values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("return " + i + " is " + values[i] + ", not a number");
      }
    }
    return new Returns(values.clone());
  }

  /**
   * Of the equity at the begin and at the end of each period.
   *
   * @param equity each above 0
   * @throws IllegalArgumentException if one is not
   */
  public static Returns ofEquity(double... equity) {
    double[] values = new double[Math.max(0, equity.length - 1)];
    for (int i = 0; i < equity.length; i++) {
      if (!(equity[i] > 0) || !Double.isFinite(equity[i])) {
        throw new IllegalArgumentException("equity " + i + " is " + equity[i] + ", not above 0");
      }
      if (i > 0) {
        values[i - 1] = equity[i] / equity[i - 1] - 1;
      }
    }
    return new Returns(values);
  }

  /** Number of periods. */
  public int size() {
    return values.length;
  }

  /** The return of one period, from 0. */
  public double get(int period) {
    return values[period];
  }

  /** All of them. */
  public double[] toArray() {
    return values.clone();
  }

  /** Those from one period up to another, which is not part of it. */
  public Returns between(int from, int to) {
    return new Returns(Arrays.copyOfRange(values, from, to));
  }

  /** What a sum has grown to after each period. */
  public double[] growthOf(double start) {
    double[] growth = new double[values.length];
    double now = start;
    for (int i = 0; i < values.length; i++) {
      now *= 1 + values[i];
      growth[i] = now;
    }
    return growth;
  }

  /** Return over all periods; NaN without one. */
  public double total() {
    return values.length == 0 ? Double.NaN : growthOf(1)[values.length - 1] - 1;
  }

  /**
   * Compound return of a year (CAGR).
   *
   * @param periodsPerYear such as 252 for days of exchanges
   */
  public double annual(double periodsPerYear) {
    return values.length == 0
        ? Double.NaN
        : StrictMath.pow(1 + total(), periodsPerYear / values.length) - 1;
  }

  /** Their mean; NaN without one. */
  public double mean() {
    return moment(value -> value);
  }

  /** Their deviation, of a sample; NaN below two. */
  public double deviation() {
    double mean = mean();
    double squares = sum(value -> (value - mean) * (value - mean));
    return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
  }

  /** Deviation of a year, as returns that do not depend on each other add up. */
  public double volatility(double periodsPerYear) {
    return deviation() * Math.sqrt(periodsPerYear);
  }

  /** Skewness: 0 where gains and losses lie alike around the mean; NaN where nothing moved. */
  public double skewness() {
    return standardised(3);
  }

  /** Kurtosis: 3 for a normal distribution; NaN where nothing moved. */
  public double kurtosis() {
    return standardised(4);
  }

  private double standardised(int power) {
    double mean = mean();
    double variance = moment(value -> (value - mean) * (value - mean));
    return moment(value -> StrictMath.pow(value - mean, power))
        / StrictMath.pow(variance, power / 2.0);
  }

  /**
   * The value that a share of the periods does not exceed, in a straight line between neighbours
   * (type 7 of Hyndman and Fan, 1996); NaN without a period.
   *
   * @param share 0 to 1
   */
  public double quantile(double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The mean of a function of each; NaN without one. */
  public double moment(DoubleUnaryOperator of) {
    return values.length == 0 ? Double.NaN : sum(of) / values.length;
  }

  double sum(DoubleUnaryOperator of) {
    double sum = 0;
    for (double value : values) {
      sum += of.applyAsDouble(value);
    }
    return sum;
  }

  /** The share of the periods of which something is true; NaN without one. */
  public double shareOf(DoublePredicate those) {
    return moment(value -> those.test(value) ? 1 : 0);
  }

  /** Each less what something else gave in it, such as a risk-free rate. */
  public Returns minus(double each) {
    return new Returns(Arrays.stream(values).map(value -> value - each).toArray());
  }

  /**
   * Each less the other's of the same period.
   *
   * @throws IllegalArgumentException if the other has more or fewer periods
   */
  public Returns minus(Returns other) {
    return with(other, (value, others) -> value - others);
  }

  /** Each by a function of it and the other's of the same period. */
  Returns with(Returns other, DoubleBinaryOperator function) {
    requireAsMany(other);
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = function.applyAsDouble(values[i], other.values[i]);
    }
    return new Returns(result);
  }

  /** Those of the periods in which something is true of the other. */
  Returns where(Returns other, DoublePredicate isTrue) {
    requireAsMany(other);
    double[] some = new double[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (isTrue.test(other.values[i])) {
        some[count++] = values[i];
      }
    }
    return new Returns(Arrays.copyOf(some, count));
  }

  private void requireAsMany(Returns other) {
    if (other.values.length != values.length) {
      throw new IllegalArgumentException(
          other.values.length + " periods beside " + values.length + " of the record");
    }
  }
}
