package io.palmyra.contracts.order;

/** How long an order works. */
public enum TimeInForce {
  /** Until it is filled or canceled. */
  GTC,
  /** Until the end of its session. */
  DAY,
  /** At once, what cannot be filled is canceled. */
  IOC,
  /** At once and whole, or not at all. */
  FOK
}
