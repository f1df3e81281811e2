package io.palmyra.backtest.parity;

import java.util.List;

/**
 * What was made if each order had been of one unit: two sides that size orders differently can be
 * held against each other by it.
 *
 * @param first price at the begin
 * @param last price at the end
 * @param tick in which it is counted
 */
record UnitProfit(double first, double last, double tick) {

  /**
   * In ticks.
   *
   * @param held sign of what was held at the begin
   */
  double of(int held, List<Deal> deals) {
    double made = -held * first;
    int units = held;
    for (Deal each : deals) {
      units += each.side().sign();
      made -= each.side().sign() * each.price().doubleValue();
    }
    return (made + units * last) / tick;
  }
}
