package io.palmyra.systemtest.suite;

import java.time.Instant;

/**
 * A time in which no order may be taken up by the venue.
 *
 * @param why for people
 * @param from its beginning: when the last order may have left
 * @param to its end
 */
public record Window(String why, Instant from, Instant to) {
  boolean covers(Instant at) {
    return at.isAfter(from) && at.isBefore(to);
  }
}
