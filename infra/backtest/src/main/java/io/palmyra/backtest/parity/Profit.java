package io.palmyra.backtest.parity;

import io.palmyra.contracts.fill.FillRecorded;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import java.util.List;

/**
 * What was made in a time, before fees: what was held at its begin counts at the price of then, and
 * what is held at its end at the price of then.
 */
final class Profit {
  private final InstrumentDefined terms;
  private Quantity held;
  private Money cash;

  /**
   * @param held at the begin, signed
   * @param mark price of the begin
   */
  Profit(InstrumentDefined terms, Quantity held, Price mark) {
    this.terms = terms;
    this.held = held;
    this.cash = terms.value(held, mark).negate();
  }

  /** Of live trading. */
  static Money live(
      InstrumentDefined terms,
      List<FillRecorded> before,
      List<FillRecorded> within,
      Price first,
      Price last) {
    var profit = new Profit(terms, liveHeld(before), first);
    within.forEach(each -> profit.on(each.side(), each.lastQuantity(), each.lastPrice()));
    return profit.at(last);
  }

  /** Of a backtest. */
  static Money tested(
      InstrumentDefined terms,
      List<OrderFilled> before,
      List<OrderFilled> within,
      Price first,
      Price last) {
    var profit = new Profit(terms, testedHeld(before), first);
    within.forEach(each -> profit.on(each.side(), each.lastQuantity(), each.lastPrice()));
    return profit.at(last);
  }

  static Quantity liveHeld(List<FillRecorded> fills) {
    return fills.stream()
        .map(each -> signed(each.side(), each.lastQuantity()))
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  static Quantity testedHeld(List<OrderFilled> fills) {
    return fills.stream()
        .map(each -> signed(each.side(), each.lastQuantity()))
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private static Quantity signed(Side side, Quantity quantity) {
    return side.sign() > 0 ? quantity : quantity.negate();
  }

  void on(Side side, Quantity quantity, Price price) {
    Quantity change = signed(side, quantity);
    held = held.plus(change);
    cash = cash.minus(terms.value(change, price));
  }

  /** At a price of the end. */
  Money at(Price mark) {
    return cash.plus(terms.value(held, mark));
  }
}
