package io.palmyra.core.strategy.indicator;

/**
 * Mean and standard deviation of the last {@code period} values, the deviation that of the window
 * itself (divided by {@code period}, not by one less).
 */
public final class Deviation {
  private final Window window;
  private final TwofoldSum sum = new TwofoldSum();
  private final TwofoldSum squares = new TwofoldSum();
  private final TwofoldSum spread = new TwofoldSum();
  private final TwofoldSum negated = new TwofoldSum();
  private double last = Double.NaN;

  /**
   * @param period values in the window, 1 or more
   */
  public Deviation(int period) {
    window = new Window(period);
  }

  /** Takes the next value. */
  public void add(double value) {
    double oldest = window.push(value);
    sum.add(-oldest);
    sum.add(value);
    squares.addProduct(-oldest, oldest);
    squares.addProduct(value, value);
    last = value;
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return window.isFull();
  }

  /** The mean of the window; NaN until ready. */
  public double mean() {
    return isReady() ? sum.value() / window.period() : Double.NaN;
  }

  /** The deviation, 0 or more; NaN until ready. */
  public double value() {
    if (!isReady()) {
      return Double.NaN;
    }
    // n × Σx² − (Σx)², in two doubles: prices far above their spread do not cancel it out.
    spread.clear();
    spread.addScaled(squares, window.period());
    negated.clear();
    negated.addScaled(sum, -1);
    spread.addProduct(negated, sum);
    return Math.sqrt(Math.max(0, spread.value())) / window.period();
  }

  /**
   * How many deviations the last value lies above the mean; 0 where nothing moved, NaN till ready.
   */
  public double zScore() {
    double deviation = value();
    return deviation == 0 ? 0 : (last - mean()) / deviation;
  }
}
