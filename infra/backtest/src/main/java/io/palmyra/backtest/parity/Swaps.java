package io.palmyra.backtest.parity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Orders near to one that does not fit, the nearest first. */
final class Swaps {
  /** Two records that were recorded further apart than this were taken in that order. */
  static final Duration APART = Duration.ofSeconds(2);

  private static final int MOST_PLACES = 24;

  private final List<Kept> order;
  private final Window window;
  private final List<List<Kept>> found = new ArrayList<>();

  private Swaps(List<Kept> order, Window window) {
    this.order = order;
    this.window = window;
  }

  /**
   * The orders in which some of the other kind, market or account, stand on the other side of a
   * record; of each record before it where nothing can stand after it.
   */
  static List<List<Kept>> of(List<Kept> order, int failedAt, Window window) {
    var swaps = new Swaps(order, window);
    if (window.isCause(order.get(failedAt))) {
      int places = 0;
      for (int i = failedAt - 1; i >= 0 && places < MOST_PLACES; i--) {
        if (kind(order.get(i)) != kind(order.get(i + 1))) {
          swaps.around(i);
          places++;
        }
      }
    } else {
      swaps.around(failedAt);
    }
    return swaps.found;
  }

  private void around(int index) {
    var later = new ArrayList<Integer>();
    for (int i = index - 1; i >= 0 && later.size() < MOST_PLACES; i--) {
      if (differs(i, index)) {
        later.addFirst(i);
        found.add(moved(later, index));
      }
    }
    var sooner = new ArrayList<Integer>();
    for (int i = index + 1; i < order.size() && sooner.size() < MOST_PLACES; i++) {
      if (differs(i, index)) {
        sooner.add(i);
        found.add(moved(sooner, index));
      }
    }
  }

  private boolean differs(int other, int index) {
    Kept one = order.get(other);
    Kept at = order.get(index);
    return kind(one) != kind(at)
        && !window.isCause(one)
        && Duration.between(one.at(), at.at()).abs().compareTo(APART) <= 0;
  }

  /** The order with some records taken out and put right after the one at an index, or before. */
  private List<Kept> moved(List<Integer> places, int index) {
    boolean after = places.getFirst() < index;
    var moving = places.stream().map(order::get).toList();
    var result = new ArrayList<Kept>(order.size());
    for (int i = 0; i < order.size(); i++) {
      if (i == index && !after) {
        result.addAll(moving);
      }
      if (!places.contains(i)) {
        result.add(order.get(i));
      }
      if (i == index && after) {
        result.addAll(moving);
      }
    }
    return result;
  }

  private static boolean kind(Kept record) {
    return record.lane().ofTheMarket();
  }
}
