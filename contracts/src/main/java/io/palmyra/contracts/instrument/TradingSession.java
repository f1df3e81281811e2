package io.palmyra.contracts.instrument;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;

/**
 * One weekly session, in the calendar's zone.
 *
 * @param day on which it opens
 * @param opens first moment
 * @param length how long it lasts, at most 24 hours
 */
public record TradingSession(DayOfWeek day, LocalTime opens, Duration length) {
  public TradingSession {
    if (!(length.isPositive() && length.compareTo(Duration.ofHours(24)) <= 0)) {
      throw new IllegalArgumentException(
          "length " + length + " is not above zero and at most PT24H");
    }
  }
}
