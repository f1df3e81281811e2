package io.palmyra.core.strategy.indicator;

/**
 * Keltner's channel: bands so many average true ranges around an exponential average of closes, as
 * Linda Raschke draws it.
 */
public final class Keltner {
  private final Ema average;
  private final Atr range;
  private final double width;

  /**
   * @param period of the average, 1 or more
   * @param atrPeriod of the range, 1 or more
   * @param width of a band in ranges, above 0
   */
  public Keltner(int period, int atrPeriod, double width) {
    this.average = new Ema(period);
    this.range = new Atr(atrPeriod);
    this.width = width;
  }

  /** Takes the next bar. */
  public void add(double high, double low, double close) {
    average.add(close);
    range.add(high, low, close);
  }

  /** Whether average and range are known. */
  public boolean isReady() {
    return average.isReady() && range.isReady();
  }

  /** The average; NaN until known. */
  public double middle() {
    return average.value();
  }

  /** The upper band; NaN until ready. */
  public double upper() {
    return middle() + width * range.value();
  }

  /** The lower band; NaN until ready. */
  public double lower() {
    return middle() - width * range.value();
  }
}
