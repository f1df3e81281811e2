package io.palmyra.core.strategy.indicator;

/**
 * Simple moving average: the mean of the last {@code period} values. It depends on the window alone
 * and not on what stood before it, to the last bit.
 */
public final class Sma implements Average {
  private final Window window;
  private final TwofoldSum sum = new TwofoldSum();

  /**
   * @param period values in the window, 1 or more
   */
  public Sma(int period) {
    window = new Window(period);
  }

  @Override
  public void add(double value) {
    sum.add(-window.push(value));
    sum.add(value);
  }

  @Override
  public boolean isReady() {
    return window.isFull();
  }

  @Override
  public double value() {
    return isReady() ? sum.value() / window.period() : Double.NaN;
  }
}
