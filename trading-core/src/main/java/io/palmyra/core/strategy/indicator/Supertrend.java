package io.palmyra.core.strategy.indicator;

/**
 * Supertrend: a line so many average true ranges below the middle of the bar while the market
 * rises, above it while it falls. A line moves only towards the market until a close crosses it,
 * which turns the trend. From Olivier Seban.
 */
public final class Supertrend {
  private final Atr range;
  private final double width;
  private double upper = Double.NaN;
  private double lower = Double.NaN;
  private double previousClose = Double.NaN;
  private boolean rising;

  /**
   * @param period of the range, 1 or more
   * @param width in ranges, above 0
   */
  public Supertrend(int period, double width) {
    this.range = new Atr(period);
    this.width = width;
  }

  /** Takes the next bar. */
  public void add(double high, double low, double close) {
    range.add(high, low, close);
    if (range.isReady()) {
      double middle = (high + low) / 2;
      double above = middle + width * range.value();
      double below = middle - width * range.value();
      if (Double.isNaN(upper)) {
        upper = above;
        lower = below;
        rising = close >= middle;
      } else {
        upper = above < upper || previousClose > upper ? above : upper;
        lower = below > lower || previousClose < lower ? below : lower;
        rising = rising ? close >= lower : close > upper;
      }
    }
    previousClose = close;
  }

  /** Whether the range is known. */
  public boolean isReady() {
    return range.isReady();
  }

  /** Whether the trend is up; false until ready. */
  public boolean isRising() {
    return rising;
  }

  /** The line: a stop below a rising market, above a falling one; NaN until ready. */
  public double value() {
    return rising ? lower : upper;
  }
}
