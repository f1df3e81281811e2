package io.palmyra.venue.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;

/** Counts the messages of one session within any second. Used by the engine's thread. */
final class Throttle {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final ArrayDeque<Instant> taken = new ArrayDeque<>();

  /** Takes a message in; false if there were as many as may be. */
  boolean takes(int most, Instant now) {
    Instant begin = now.minus(WINDOW);
    while (!taken.isEmpty() && !taken.getFirst().isAfter(begin)) {
      taken.removeFirst();
    }
    if (taken.size() >= most) {
      return false;
    }
    taken.addLast(now);
    return true;
  }
}
