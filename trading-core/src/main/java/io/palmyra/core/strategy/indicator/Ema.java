package io.palmyra.core.strategy.indicator;

/**
 * Exponential moving average with weight 2 / (period + 1), seeded by the simple average of the
 * first {@code period} values.
 */
public final class Ema implements Average {
  private final int period;
  private final double weight;
  private long count;
  private double value;

  /**
   * @param period of the average, 1 or more
   */
  public Ema(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period " + period + " is below 1");
    }
    this.period = period;
    this.weight = 2.0 / (period + 1);
  }

  @Override
  public void add(double next) {
    count++;
    if (count < period) {
      value += next;
    } else if (count == period) {
      value = (value + next) / period;
    } else {
      value += weight * (next - value);
    }
  }

  @Override
  public boolean isReady() {
    return count >= period;
  }

  @Override
  public double value() {
    return isReady() ? value : Double.NaN;
  }
}
