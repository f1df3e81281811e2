package io.palmyra.backtest.walk;

import java.util.ArrayList;
import java.util.List;

/**
 * Bars on which parameters are chosen and those right after them, on which they are traded.
 *
 * @param number from 1
 * @param from number of the first bar of the choice
 * @param split number after its last, and of the first that is traded
 * @param to number after the last that is traded
 */
public record Window(int number, int from, int split, int to) {

  /**
   * The windows of some bars, the last with as many bars to trade as are left.
   *
   * @param bars how many there are, above inSample
   * @param inSample bars of a choice, of the first one if all are anchored
   * @param outOfSample bars that are traded
   * @param anchored whether all choices begin at the first bar
   */
  public static List<Window> of(int bars, int inSample, int outOfSample, boolean anchored) {
    var windows = new ArrayList<Window>();
    int split = inSample;
    while (split < bars) {
      int to = (int) Math.min(bars, (long) split + outOfSample);
      windows.add(new Window(windows.size() + 1, anchored ? 0 : split - inSample, split, to));
      split = to;
    }
    return windows;
  }

  /** Where its trials are kept. */
  String directory() {
    return "window-%03d".formatted(number);
  }
}
