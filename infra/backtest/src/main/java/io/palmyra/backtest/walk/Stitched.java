package io.palmyra.backtest.walk;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.search.Played;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.analytics.EquityCurve;
import io.palmyra.core.analytics.EquityCurve.Point;
import io.palmyra.core.analytics.Trade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was traded in one window after the other, each with the money of the one before. */
final class Stitched {
  private final Bars bars;
  private final Money cash;
  private final int begin;
  private final List<Money> equity = new ArrayList<>();
  private final List<Trade> trades = new ArrayList<>();

  /**
   * @param begin number of the first bar that is traded
   */
  Stitched(Bars bars, int begin, Money cash) {
    this.bars = bars;
    this.begin = begin;
    this.cash = cash;
  }

  /** Adds a window that was traded. */
  void add(Played played) {
    equity.addAll(played.equity());
    trades.addAll(played.result().trades());
  }

  /** Adds a window in which nothing was. */
  void idle(Window window) {
    equity.addAll(Collections.nCopies(window.to() - window.split(), equity()));
  }

  /** What there is now. */
  Money equity() {
    return equity.isEmpty() ? cash : equity.getLast();
  }

  Money profit() {
    return equity().minus(cash);
  }

  List<Trade> trades() {
    return trades;
  }

  /** Whether it ever fell to nothing. */
  boolean ruined() {
    return equity.stream().anyMatch(each -> each.signum() <= 0);
  }

  /** Equity after each bar. */
  List<Money> afterBars() {
    return equity;
  }

  /** When the bar of an equity ends. */
  Instant time(int number) {
    return bars.closeTime(begin + number);
  }

  /** From the cash at the open of the first bar that is traded. */
  EquityCurve curve() {
    var points = new ArrayList<Point>();
    points.add(new Point(bars.openTime(begin), cash.toDouble()));
    for (int i = 0; i < equity.size(); i++) {
      points.add(new Point(time(i).minusMillis(1), equity.get(i).toDouble()));
    }
    return new EquityCurve(points);
  }
}
