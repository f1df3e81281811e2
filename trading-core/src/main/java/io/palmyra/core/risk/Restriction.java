package io.palmyra.core.risk;

import io.palmyra.contracts.value.Side;

/** What of an instrument is on the restricted list; reducing a position is never restricted. */
public enum Restriction {
  /** It may not be bought. */
  BUY,
  /** It may not be sold. */
  SELL,
  /** It may not be traded. */
  ALL;

  /** Whether an order of a side falls under it. */
  boolean covers(Side side) {
    return switch (this) {
      case ALL -> true;
      case BUY -> side == Side.BUY;
      case SELL -> side == Side.SELL;
    };
  }
}
