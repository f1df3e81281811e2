package io.palmyra.sentiment.application;

import io.palmyra.sentiment.application.FeedAnswer.Version;

/**
 * Where one feed stands.
 *
 * @param version last read
 * @param failures in a row
 * @param dueNanos by the monotonic clock, when it is asked next
 * @param detail of the last answer, for people
 */
record FeedState(Version version, int failures, long dueNanos, String detail) {
  static FeedState first(long nowNanos) {
    return new FeedState(Version.NONE, 0, nowNanos, "not read yet");
  }
}
