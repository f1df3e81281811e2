package io.palmyra.contracts.order;

/** How an order meets the market. */
public enum OrderType {
  /** At once, at the best price there is. */
  MARKET,
  /** At its limit price or better. */
  LIMIT,
  /** Becomes a market order when the market trades through its stop price. */
  STOP,
  /** Becomes a limit order when the market trades through its stop price. */
  STOP_LIMIT,
  /**
   * Becomes a market order when the market comes back from the best price since the order works by
   * its trailing offset.
   */
  TRAILING_STOP
}
