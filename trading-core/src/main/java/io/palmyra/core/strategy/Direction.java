package io.palmyra.core.strategy;

import io.palmyra.contracts.value.Side;

/** Which positions a strategy may open. */
enum Direction {
  LONG,
  SHORT,
  BOTH;

  boolean allows(Side side) {
    return this == BOTH || (this == LONG) == (side == Side.BUY);
  }
}
