package io.palmyra.contracts.fill;

/** Which side of the trade waited in the book. */
public enum Liquidity {
  /** The order rested. */
  MAKER,
  /** The order took. */
  TAKER,
  /** The venue did not say. */
  UNKNOWN
}
