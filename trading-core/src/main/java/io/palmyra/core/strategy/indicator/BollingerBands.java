package io.palmyra.core.strategy.indicator;

/**
 * Bands so many standard deviations around a simple average, the deviation that of the window
 * itself. From John Bollinger, 1983.
 */
public final class BollingerBands {
  private final Deviation deviation;
  private final double width;
  private double last = Double.NaN;

  /**
   * @param period values in the window, 1 or more
   * @param width of a band in deviations, above 0
   */
  public BollingerBands(int period, double width) {
    this.deviation = new Deviation(period);
    this.width = width;
  }

  /** Takes the next value. */
  public void add(double value) {
    deviation.add(value);
    last = value;
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return deviation.isReady();
  }

  /** The average; NaN until ready, as all that follows. */
  public double middle() {
    return deviation.mean();
  }

  /** The upper band. */
  public double upper() {
    return middle() + width * deviation.value();
  }

  /** The lower band. */
  public double lower() {
    return middle() - width * deviation.value();
  }

  /** Where the last value lies: 0 at the lower band, 1 at the upper; 0.5 where nothing moved. */
  public double percentB() {
    double range = upper() - lower();
    return range == 0 ? 0.5 : (last - lower()) / range;
  }

  /** How far the bands are apart, as a share of the average. */
  public double bandWidth() {
    return (upper() - lower()) / middle();
  }
}
