package io.palmyra.core.strategy.indicator;

/**
 * Wilder's relative strength index, 0 to 100: 100 − 100 / (1 + average gain / average loss). Ready
 * after {@code period} changes, that is period + 1 values. 100 where nothing fell; 50 where nothing
 * moved.
 */
public final class Rsi {
  private final WilderAverage gains;
  private final WilderAverage losses;
  private double previous = Double.NaN;

  /**
   * @param period changes averaged, 1 or more
   */
  public Rsi(int period) {
    gains = new WilderAverage(period);
    losses = new WilderAverage(period);
  }

  /** Takes the next value. */
  public void add(double value) {
    if (!Double.isNaN(previous)) {
      double change = value - previous;
      gains.add(Math.max(change, 0));
      losses.add(Math.max(-change, 0));
    }
    previous = value;
  }

  /** Whether enough changes were seen. */
  public boolean isReady() {
    return gains.isReady();
  }

  /** 0 to 100; NaN until ready. */
  public double value() {
    if (!isReady()) {
      return Double.NaN;
    }
    double gain = gains.value();
    double loss = losses.value();
    if (loss == 0) {
      return gain == 0 ? 50 : 100;
    }
    return 100 - 100 / (1 + gain / loss);
  }
}
