package io.palmyra.marketdata.outbound.replay;

import java.util.Locale;

/**
 * How fast recorded history goes by.
 *
 * @param value a number above 0, so many times as fast as it happened; or {@code max}
 */
public record ReplaySpeed(String value) {
  private static final String MAX = "max";

  public ReplaySpeed {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (!value.equals(MAX) && !(number(value) > 0)) {
      throw new IllegalArgumentException(
          "speed '" + value + "' is not a number above 0, nor " + MAX);
    }
  }

  /** Whether nothing is waited for. */
  boolean isMax() {
    return value.equals(MAX);
  }

  /** So many times as fast as it happened; infinite for max. */
  double times() {
    return isMax() ? Double.POSITIVE_INFINITY : number(value);
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
