package io.palmyra.backtest.search;

import java.util.Locale;

/**
 * A scale from dark blue over grey to yellow: in brightness alone it says the same, so that all
 * eyes can read it.
 *
 * @param low what is darkest, as is all below it
 * @param high what is brightest
 */
record Colours(double low, double high) {
  private static final double[] DARK = {0, 34, 78};
  private static final double[] MIDDLE = {124, 123, 120};
  private static final double[] BRIGHT = {254, 232, 56};
  private static final double READABLE_ON_DARK = 0.55;

  /** The declarations of a cell's style. */
  String style(double value) {
    double place = place(value);
    return String.format(
        Locale.ROOT,
        "background:rgb(%d,%d,%d);color:%s",
        part(place, 0),
        part(place, 1),
        part(place, 2),
        place < READABLE_ON_DARK ? "#fff" : "#000");
  }

  private double place(double value) {
    return high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 1;
  }

  private static int part(double place, int colour) {
    double[] from = place < 0.5 ? DARK : MIDDLE;
    double[] to = place < 0.5 ? MIDDLE : BRIGHT;
    double along = place < 0.5 ? place * 2 : place * 2 - 1;
    return (int) Math.round(from[colour] + along * (to[colour] - from[colour]));
  }
}
