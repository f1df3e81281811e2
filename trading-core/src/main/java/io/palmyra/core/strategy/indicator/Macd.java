package io.palmyra.core.strategy.indicator;

/**
 * Moving average convergence and divergence: a fast exponential average less a slow one, and the
 * exponential average of that as its signal. From Gerald Appel, 1979.
 */
public final class Macd {
  private final Ema fast;
  private final Ema slow;
  private final Ema signal;

  /**
   * @param fastPeriod of the fast average, 1 or more
   * @param slowPeriod of the slow average, above the fast one
   * @param signalPeriod of the signal, 1 or more
   */
  public Macd(int fastPeriod, int slowPeriod, int signalPeriod) {
    if (fastPeriod >= slowPeriod) {
      throw new IllegalArgumentException("fast " + fastPeriod + " is not below slow " + slowPeriod);
    }
    fast = new Ema(fastPeriod);
    slow = new Ema(slowPeriod);
    signal = new Ema(signalPeriod);
  }

  /** Takes the next value. */
  public void add(double value) {
    fast.add(value);
    slow.add(value);
    if (slow.isReady()) {
      signal.add(value());
    }
  }

  /** Whether the signal is known too. */
  public boolean isReady() {
    return signal.isReady();
  }

  /** The difference of the averages, in the unit of the value; NaN until both are known. */
  public double value() {
    return fast.value() - slow.value();
  }

  /** The signal; NaN until ready. */
  public double signal() {
    return signal.value();
  }

  /** The difference of the averages less its signal; NaN until ready. */
  public double histogram() {
    return value() - signal();
  }
}
