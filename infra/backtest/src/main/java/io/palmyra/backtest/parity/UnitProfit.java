package io.palmyra.backtest.parity;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was made if the largest holding of each round trip had been one unit: two sides that size
 * orders differently can be held against each other by it.
 */
final class UnitProfit {
  private final double tick;
  private BigDecimal held;
  private BigDecimal largest;
  private double cash;
  private double made;

  /**
   * @param held at the begin, signed
   * @param first price of then
   * @param tick in which it is counted
   */
  UnitProfit(BigDecimal held, double first, double tick) {
    this.tick = tick;
    this.held = held;
    this.largest = held.abs();
    this.cash = -held.doubleValue() * first;
  }

  /** In ticks, of what is held at the end by the price of then. */
  double of(List<Deal> deals, double last) {
    for (Deal each : deals) {
      BigDecimal change = each.side().sign() > 0 ? each.quantity() : each.quantity().negate();
      double price = each.price().doubleValue();
      BigDecimal closing =
          held.signum() == -change.signum() ? change.abs().min(held.abs()) : BigDecimal.ZERO;
      BigDecimal closed = change.signum() > 0 ? closing : closing.negate();
      trade(closed, price);
      if (held.signum() == 0) {
        end(price);
      }
      trade(change.subtract(closed), price);
    }
    end(last);
    return made / tick;
  }

  private void trade(BigDecimal change, double price) {
    held = held.add(change);
    cash -= change.doubleValue() * price;
    largest = largest.max(held.abs());
  }

  private void end(double price) {
    if (largest.signum() > 0) {
      made += (cash + held.doubleValue() * price) / largest.doubleValue();
    }
    cash = 0;
    largest = BigDecimal.ZERO;
  }
}
