package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;

/**
 * What holding costs, as of a perpetual future or a swap: at each whole multiple of a length of
 * time since 1970, in UTC, a share of the position's value at the mark. Long positions pay where it
 * is above 0, and receive where it is below; short ones the other way round.
 *
 * @param rate share of the value, such as 0.0001
 * @param every from one payment to the next, a second or more
 */
public record Funding(Quantity rate, Duration every) {
  /**
   * @throws IllegalArgumentException if they are out of their ranges
   */
  public Funding {
    if (rate.abs().compareTo(Quantity.ONE) >= 0) {
      throw new IllegalArgumentException("funding rate is " + rate + "; allowed: -1 to 1");
    }
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("funding is every " + every + "; allowed: PT1S or more");
    }
  }

  /** How many payments lie after one moment and not after another. */
  long payments(Instant after, Instant until) {
    long step = every.toMillis();
    return Math.max(
        0, Math.floorDiv(until.toEpochMilli(), step) - Math.floorDiv(after.toEpochMilli(), step));
  }

  String inWords() {
    return rate
        + " of the value every "
        + every
        + ", at the last price of the bar, longs to shorts";
  }
}
