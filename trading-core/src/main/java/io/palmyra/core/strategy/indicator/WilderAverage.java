package io.palmyra.core.strategy.indicator;

/**
 * Wilder's smoothing: the mean of the first {@code period} values, then (previous × (period − 1) +
 * next) / period. From New Concepts in Technical Trading Systems, 1978.
 */
final class WilderAverage {
  private final int period;
  private long count;
  private double value;

  WilderAverage(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period " + period + " is below 1");
    }
    this.period = period;
  }

  void add(double next) {
    count++;
    if (count < period) {
      value += next;
    } else if (count == period) {
      value = (value + next) / period;
    } else {
      value = (value * (period - 1) + next) / period;
    }
  }

  boolean isReady() {
    return count >= period;
  }

  double value() {
    return isReady() ? value : Double.NaN;
  }
}
