package io.palmyra.backtest.parity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which fill of live trading is which of the backtest: the first of the same side within a time.
 *
 * @param pairs of the same order
 * @param missed that the backtest alone has
 * @param extra that live trading alone has
 */
record FillMatch(List<Pair> pairs, List<Deal> missed, List<Deal> extra) {
  record Pair(Deal live, Deal tested) {}

  static FillMatch of(List<Deal> live, List<Deal> tested, Duration tolerance) {
    var pairs = new ArrayList<Pair>();
    var left = new ArrayList<>(tested);
    var extra = new ArrayList<Deal>();
    for (Deal each : live) {
      left.stream()
          .filter(other -> other.side() == each.side() && near(each, other, tolerance))
          .findFirst()
          .ifPresentOrElse(
              other -> {
                pairs.add(new Pair(each, other));
                left.remove(other);
              },
              () -> extra.add(each));
    }
    return new FillMatch(pairs, left, extra);
  }

  private static boolean near(Deal one, Deal other, Duration tolerance) {
    return Duration.between(one.at(), other.at()).abs().compareTo(tolerance) <= 0;
  }
}
