package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Price;

/**
 * Bid and ask around a price of a bar.
 *
 * @param bid what a seller gets
 * @param ask what a buyer pays
 */
record Spread(Price bid, Price ask) {
  static Spread around(Price mid, Assumptions assumptions) {
    return new Spread(mid.minus(assumptions.halfSpread()), mid.plus(assumptions.halfSpread()));
  }

  Price touch(boolean buys) {
    return buys ? ask : bid;
  }
}
