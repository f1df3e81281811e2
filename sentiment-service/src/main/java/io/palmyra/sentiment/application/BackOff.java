package io.palmyra.sentiment.application;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to leave a feed alone that failed: doubling with each failure in a row, up to a maximum,
 * of which a half is chance, so that many readers do not come back at once. Never sooner than the
 * feed asks by Retry-After, but no longer than a day.
 *
 * @param first about how long after the first failure
 * @param maximum of what doubling gives
 */
record BackOff(Duration first, Duration maximum) {
  private static final Duration LONGEST_ASKED = Duration.ofDays(1);
  private static final int MOST_DOUBLINGS = 30;

  /**
   * Time until the feed is asked again.
   *
   * @param failures in a row, 1 or more
   * @param retryAfter what the feed asks for, null for nothing
   * @param chance 0 to 1
   */
  Duration after(int failures, @Nullable Duration retryAfter, double chance) {
    double doubled = first.toMillis() * StrictMath.pow(2, Math.min(failures - 1, MOST_DOUBLINGS));
    double full = Math.min(doubled, (double) maximum.toMillis());
    Duration own = Duration.ofMillis(Math.max(1, Math.round(full / 2 + full / 2 * chance)));
    if (retryAfter == null) {
      return own;
    }
    Duration asked = retryAfter.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : retryAfter;
    return asked.compareTo(own) > 0
        ? asked.plusMillis(Math.round(first.toMillis() / 2.0 * chance))
        : own;
  }
}
