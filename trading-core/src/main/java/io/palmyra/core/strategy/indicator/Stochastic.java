package io.palmyra.core.strategy.indicator;

/**
 * Stochastic oscillator: where the close lies between the lowest low and the highest high of a
 * window, 0 to 100, smoothed by a simple average, with a simple average of that as its signal. 50
 * where nothing moved; a close outside its own bar counts as at its edge. From George Lane.
 */
public final class Stochastic {
  private final Extreme highest;
  private final Extreme lowest;
  private final Sma smoothed;
  private final Sma signal;

  /**
   * @param period bars in the window, 1 or more
   * @param smoothing bars that {@code %K} is averaged over, 1 for none
   * @param signalPeriod bars that {@code %D} averages, 1 or more
   */
  public Stochastic(int period, int smoothing, int signalPeriod) {
    highest = Extreme.highest(period);
    lowest = Extreme.lowest(period);
    smoothed = new Sma(smoothing);
    signal = new Sma(signalPeriod);
  }

  /** Takes the next bar. */
  public void add(double high, double low, double close) {
    highest.add(high);
    lowest.add(low);
    if (highest.isReady()) {
      double range = highest.value() - lowest.value();
      double place = range == 0 ? 0.5 : (close - lowest.value()) / range;
      smoothed.add(100 * Math.clamp(place, 0, 1));
    }
    if (smoothed.isReady()) {
      signal.add(smoothed.value());
    }
  }

  /** Whether the signal is known too. */
  public boolean isReady() {
    return signal.isReady();
  }

  /** {@code %K}; NaN until known. */
  public double value() {
    return smoothed.value();
  }

  /** {@code %D}; NaN until ready. */
  public double signal() {
    return signal.value();
  }
}
