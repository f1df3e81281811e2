package io.palmyra.backtest.engine;

import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.analytics.EquityCurve;
import io.palmyra.core.analytics.EquityCurve.Point;
import io.palmyra.core.analytics.Trade;
import io.palmyra.core.risk.protection.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a backtest.
 *
 * @param setup that was run
 * @param orders that left, in their order; each approved when it was decided
 * @param denials of risk, by code
 * @param fills in their order
 * @param trades that are over
 * @param openAtTheEnd whether a position was
 * @param protectiveExits orders of protection, by what was met
 * @param tiersMoved what tiers were entered and left, and when
 * @param equity after each bar
 * @param hash of every order, fill and equity: equal for equal runs
 */
public record Result(
    Setup setup,
    List<SubmitOrder> orders,
    Map<String, Integer> denials,
    List<OrderFilled> fills,
    List<Trade> trades,
    boolean openAtTheEnd,
    Map<ExitReason, Integer> protectiveExits,
    List<String> tiersMoved,
    List<Money> equity,
    String hash) {

  static Result of(Setup setup, Ledger ledger, List<String> tiersMoved) {
    return new Result(
        setup,
        ledger.orders(),
        ledger.denials(),
        ledger.fills(),
        ledger.trips().trades(),
        !ledger.trips().isFlat(),
        ledger.exits(),
        tiersMoved,
        new MoneyColumn(ledger.equity(), setup.currency()),
        ledger.hash());
  }

  /** Equity at the end. */
  public Money finalEquity() {
    return equity.getLast();
  }

  /** What was made, net of fees, open positions at their marks. */
  public Money profit() {
    return finalEquity().minus(setup.assumptions().cash());
  }

  /**
   * Equity over time, from the cash at the open of the first bar; at the last moment within each
   * bar, so that one of a day counts to that day.
   */
  public EquityCurve curve() {
    Bars bars = setup.bars();
    var points = new ArrayList<Point>();
    points.add(new Point(bars.openTime(0), setup.assumptions().cash().toDouble()));
    for (int i = 0; i < equity.size(); i++) {
      points.add(new Point(bars.closeTime(i).minusMillis(1), equity.get(i).toDouble()));
    }
    return new EquityCurve(points);
  }
}
