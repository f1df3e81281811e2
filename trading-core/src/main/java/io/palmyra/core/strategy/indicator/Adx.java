package io.palmyra.core.strategy.indicator;

/**
 * Average directional index with its two directional indicators, each 0 to 100, in Wilder's
 * smoothing. The indicators are ready after {@code period} + 1 bars, the index after twice {@code
 * period}. 0 where nothing moved. From New Concepts in Technical Trading Systems, 1978.
 */
public final class Adx {
  private final WilderAverage ranges;
  private final WilderAverage up;
  private final WilderAverage down;
  private final WilderAverage index;
  private double high = Double.NaN;
  private double low;
  private double close;

  /**
   * @param period bars averaged, 1 or more
   */
  public Adx(int period) {
    ranges = new WilderAverage(period);
    up = new WilderAverage(period);
    down = new WilderAverage(period);
    index = new WilderAverage(period);
  }

  /** Takes the next bar. */
  public void add(double newHigh, double newLow, double newClose) {
    if (!Double.isNaN(high)) {
      double rise = newHigh - high;
      double fall = low - newLow;
      up.add(rise > fall && rise > 0 ? rise : 0);
      down.add(fall > rise && fall > 0 ? fall : 0);
      ranges.add(Math.max(newHigh, close) - Math.min(newLow, close));
      if (ranges.isReady()) {
        index.add(directional());
      }
    }
    high = newHigh;
    low = newLow;
    close = newClose;
  }

  private double directional() {
    double sum = plus() + minus();
    return sum == 0 ? 0 : 100 * Math.abs(plus() - minus()) / sum;
  }

  /** Whether the index is known too. */
  public boolean isReady() {
    return index.isReady();
  }

  /** The index; NaN until ready. */
  public double value() {
    return index.value();
  }

  /** How much of the movement went up; NaN until known. */
  public double plus() {
    return share(up);
  }

  /** How much of the movement went down; NaN until known. */
  public double minus() {
    return share(down);
  }

  private double share(WilderAverage moves) {
    return ranges.value() == 0 ? 0 : 100 * moves.value() / ranges.value();
  }
}
