package io.palmyra.core.strategy.indicator;

/**
 * Wilder's average true range, in the unit of the price, 0 or more. The true range of a bar reaches
 * over the gap from the close before; the first bar has none. Ready after {@code period} + 1 bars.
 */
public final class Atr {
  private final WilderAverage ranges;
  private double previousClose = Double.NaN;

  /**
   * @param period ranges averaged, 1 or more
   */
  public Atr(int period) {
    ranges = new WilderAverage(period);
  }

  /** Takes the next bar. */
  public void add(double high, double low, double close) {
    if (!Double.isNaN(previousClose)) {
      ranges.add(Math.max(high, previousClose) - Math.min(low, previousClose));
    }
    previousClose = close;
  }

  /** Whether enough bars were seen. */
  public boolean isReady() {
    return ranges.isReady();
  }

  /** The average range; NaN until ready. */
  public double value() {
    return ranges.value();
  }
}
