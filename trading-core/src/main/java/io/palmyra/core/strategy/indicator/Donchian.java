package io.palmyra.core.strategy.indicator;

/** Donchian's channel: the highest high and the lowest low of the last {@code period} bars. */
public final class Donchian {
  private final Extreme highest;
  private final Extreme lowest;

  /**
   * @param period bars in the window, 1 or more
   */
  public Donchian(int period) {
    highest = Extreme.highest(period);
    lowest = Extreme.lowest(period);
  }

  /** Takes the next bar. */
  public void add(double high, double low) {
    highest.add(high);
    lowest.add(low);
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return highest.isReady();
  }

  /** The highest high; NaN until ready, as all that follows. */
  public double upper() {
    return highest.value();
  }

  /** The lowest low. */
  public double lower() {
    return lowest.value();
  }

  /** Half way between them. */
  public double middle() {
    return (upper() + lower()) / 2;
  }
}
