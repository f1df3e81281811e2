package io.palmyra.core.strategy.indicator;

/**
 * Commodity channel index: how far the typical price lies from its simple average, in units of
 * 0.015 mean deviations of the window. 0 where nothing moved. A bar takes time with {@code period},
 * since each changes the distance of all others from the average. From Donald Lambert, 1980.
 */
public final class Cci {
  private static final double UNIT = 0.015;

  private final Window window;
  private final TwofoldSum sum = new TwofoldSum();
  private double last = Double.NaN;

  /**
   * @param period bars in the window, 1 or more
   */
  public Cci(int period) {
    window = new Window(period);
  }

  /** Takes the next bar. */
  public void add(double high, double low, double close) {
    last = (high + low + close) / 3;
    sum.add(-window.push(last));
    sum.add(last);
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return window.isFull();
  }

  /** The index, mostly between −200 and 200; NaN until ready. */
  public double value() {
    if (!isReady()) {
      return Double.NaN;
    }
    double mean = sum.value() / window.period();
    double deviation = window.distanceFrom(mean) / window.period();
    return deviation == 0 ? 0 : (last - mean) / (UNIT * deviation);
  }
}
