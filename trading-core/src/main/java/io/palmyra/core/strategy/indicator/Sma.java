package io.palmyra.core.strategy.indicator;

/**
 * Simple moving average: the mean of the last {@code period} values.
 *
 * <p>The sum is kept in two doubles (Knuth's TwoSum), so adding and taking away prices leaves no
 * rounding behind: the average depends on the window alone and not on what stood before it, to the
 * last bit.
 */
public final class Sma {
  private final double[] window;
  private int next;
  private long count;
  private double high;
  private double low;

  /**
   * @param period values in the window, 1 or more
   */
  public Sma(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period " + period + " is below 1");
    }
    window = new double[period];
  }

  /** Takes the next value. */
  public void add(double value) {
    if (count >= window.length) {
      accumulate(-window[next]);
    }
    accumulate(value);
    window[next] = value;
    next = next + 1 == window.length ? 0 : next + 1;
    count++;
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return count >= window.length;
  }

  /** The mean of the window; NaN until ready. */
  public double value() {
    return isReady() ? (high + low) / window.length : Double.NaN;
  }

  private void accumulate(double value) {
    double sum = high + value;
    double part = sum - high;
    double error = (high - (sum - part)) + (value - part);
    double rest = low + error;
    high = sum + rest;
    low = rest - (high - sum);
  }
}
