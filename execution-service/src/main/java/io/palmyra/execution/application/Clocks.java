package io.palmyra.execution.application;

import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Wall time for messages, monotonic time for ages.
 *
 * @param wall for people and messages
 * @param monotonic for what must not jump
 */
public record Clocks(InstantSource wall, MonotonicClock monotonic) {
  /** Wall time now. */
  public Instant instant() {
    return wall.instant();
  }

  /** Monotonic time now. */
  public long nanos() {
    return monotonic.nanos();
  }

  /**
   * The monotonic time from which an order's age counts: when it was approved, by the clock of who
   * did, however long it lay on its topic; when we read it where that clock is ahead of ours.
   *
   * @param approvedAt null if it is not told
   */
  public long agedFrom(@Nullable Instant approvedAt, Instant receivedAt) {
    return nanosAt(approvedAt != null && approvedAt.isBefore(receivedAt) ? approvedAt : receivedAt);
  }

  /**
   * The monotonic time at which something happened that is known by wall time only. A wall clock
   * that was turned back makes it as old as can be.
   */
  public long nanosAt(Instant past) {
    Duration age = Duration.between(past, instant());
    return nanos() - (age.isNegative() ? Duration.ofDays(365) : age).toNanos();
  }
}
