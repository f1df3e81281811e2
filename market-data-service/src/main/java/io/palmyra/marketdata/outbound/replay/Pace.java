package io.palmyra.marketdata.outbound.replay;

import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Translates the data's time into waiting: market time goes by so many times as fast as the local
 * clock. One thread at a time.
 */
final class Pace {
  private final ReplaySpeed speed;
  private final Duration longestPause;
  private final MonotonicClock clock;
  private @Nullable Instant marketOrigin;
  private long origin;

  Pace(ReplaySpeed speed, Duration longestPause, MonotonicClock clock) {
    this.speed = speed;
    this.longestPause = longestPause;
    this.clock = clock;
  }

  /** Nanoseconds until a tick of this time is due; 0 or less if it is. */
  long untilDue(Instant time) {
    if (speed.isMax()) {
      return 0;
    }
    long now = clock.nanos();
    Instant anchored = marketOrigin;
    if (anchored == null) {
      return anchor(time, now, 0);
    }
    double sinceOrigin = Duration.between(anchored, time).toNanos() / speed.times();
    long wait = (long) sinceOrigin - (now - origin);
    return wait > longestPause.toNanos() ? anchor(time, now, longestPause.toNanos()) : wait;
  }

  /** Market time now, never after {@code next}. */
  Instant marketTime(Instant next) {
    Instant anchored = marketOrigin;
    if (anchored == null) {
      return next;
    }
    double passed = (clock.nanos() - origin) * speed.times();
    Instant now = anchored.plusNanos((long) passed);
    return now.isBefore(next) ? now : next;
  }

  /** From here on {@code time} is due in {@code wait}. */
  private long anchor(Instant time, long now, long wait) {
    marketOrigin = time;
    origin = now + wait;
    return wait;
  }
}
