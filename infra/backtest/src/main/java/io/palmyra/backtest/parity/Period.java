package io.palmyra.backtest.parity;

import java.time.Instant;

/**
 * A time, by the clocks that recorded what is compared.
 *
 * @param from first moment
 * @param until first moment after it
 */
public record Period(Instant from, Instant until) {
  /**
   * @throws IllegalArgumentException if it is empty
   */
  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("from " + from + " is not before " + until);
    }
  }

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  boolean meets(Instant begin, Instant end) {
    return begin.isBefore(until) && end.isAfter(from);
  }
}
