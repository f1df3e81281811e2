package io.palmyra.backtest.parity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds an order of a window's inputs in which they give the signals that were given. Within a lane
 * the order is known; between the market's lanes and the account's it is known at the points of the
 * run only, and near to the order of recording in between.
 */
final class OrderSearch {
  private static final int MOST_TRIALS = 100;

  /** So many windows that no order explains are enough to know that a run is not the same. */
  private static final int MOST_IN_VAIN = 5;

  /**
   * What came of a window.
   *
   * @param player after it
   * @param made the signals, in their order
   * @param reordered whether another order than that of recording was taken
   */
  record Played(Player player, List<Made> made, boolean reordered) {}

  private record Trial(Player player, List<Kept> order, List<Made> made, int failedAt) {
    boolean fits() {
      return failedAt < 0;
    }
  }

  private int inVain;

  /** Plays a window: in the order of recording, or in the nearest one that gives its signals. */
  Played play(Player player, Window window) {
    int before = player.size();
    Trial asRecorded = trial(player, window.inputs(), window);
    if (asRecorded.fits() || inVain >= MOST_IN_VAIN) {
      return new Played(asRecorded.player(), asRecorded.made(), false);
    }
    Deque<List<Kept>> open = new ArrayDeque<>();
    Set<List<Kept>> seen = new HashSet<>();
    seen.add(asRecorded.order());
    push(open, seen, asRecorded, window);
    for (int trials = 0; trials < MOST_TRIALS && !open.isEmpty(); trials++) {
      Trial trial = trial(player.after(before), open.pop(), window);
      if (trial.fits()) {
        return new Played(trial.player(), trial.made(), true);
      }
      if (trial.failedAt() > asRecorded.failedAt()) {
        push(open, seen, trial, window);
      }
    }
    inVain++;
    return new Played(asRecorded.player(), asRecorded.made(), false);
  }

  private static Trial trial(Player player, List<Kept> order, Window window) {
    var made = new ArrayList<Made>();
    int failedAt = -1;
    for (int i = 0; i < order.size(); i++) {
      List<Made> ofOne = player.take(order.get(i));
      made.addAll(ofOne);
      if (failedAt < 0 && !window.fits(order.get(i), ofOne)) {
        failedAt = i;
      }
    }
    return new Trial(player, order, made, failedAt);
  }

  /** The nearest orders on top. */
  private static void push(
      Deque<List<Kept>> open, Set<List<Kept>> seen, Trial failed, Window window) {
    for (List<Kept> order : Swaps.of(failed.order(), failed.failedAt(), window).reversed()) {
      if (seen.add(order)) {
        open.push(order);
      }
    }
  }
}
