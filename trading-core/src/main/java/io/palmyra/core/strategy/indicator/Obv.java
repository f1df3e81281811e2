package io.palmyra.core.strategy.indicator;

/**
 * On-balance volume: the volume of bars that closed higher less that of bars that closed lower,
 * from 0 at the first bar. From Joseph Granville, 1963.
 */
public final class Obv {
  private final TwofoldSum sum = new TwofoldSum();
  private double previous = Double.NaN;

  /** Takes the next bar. */
  public void add(double close, double volume) {
    if (close > previous) {
      sum.add(volume);
    } else if (close < previous) {
      sum.add(-volume);
    }
    previous = close;
  }

  /** Whether a bar was seen. */
  public boolean isReady() {
    return !Double.isNaN(previous);
  }

  /** The balance, in the unit of the volume; NaN until ready. */
  public double value() {
    return isReady() ? sum.value() : Double.NaN;
  }
}
