package io.palmyra.core.strategy.indicator;

/** An average that follows values one by one. */
public sealed interface Average permits Sma, Ema, Wma {
  /** Takes the next value. */
  void add(double value);

  /** Whether enough values were seen. */
  boolean isReady();

  /** The average; NaN until ready. */
  double value();
}
