package io.palmyra.core.strategy.indicator;

/**
 * Linearly weighted moving average: the newest of {@code period} values weighs {@code period}, the
 * oldest 1.
 */
public final class Wma implements Average {
  private final Window window;
  private final TwofoldSum sum = new TwofoldSum();
  private final TwofoldSum weighted = new TwofoldSum();
  private final double weights;
  private int filled;

  /**
   * @param period values in the window, 1 or more
   */
  public Wma(int period) {
    window = new Window(period);
    weights = period * (period + 1.0) / 2;
  }

  @Override
  public void add(double value) {
    if (filled < window.period()) {
      filled++;
    } else {
      weighted.subtract(sum);
    }
    weighted.addProduct(filled, value);
    sum.add(-window.push(value));
    sum.add(value);
  }

  @Override
  public boolean isReady() {
    return window.isFull();
  }

  @Override
  public double value() {
    return isReady() ? weighted.value() / weights : Double.NaN;
  }
}
