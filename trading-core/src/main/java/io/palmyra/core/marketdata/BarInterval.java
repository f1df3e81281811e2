package io.palmyra.core.marketdata;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The lengths of bars that are built, shortest first. */
public enum BarInterval {
  /** One second. */
  SECOND(Duration.ofSeconds(1)),
  /** One minute. */
  MINUTE(Duration.ofMinutes(1)),
  /** Five minutes. */
  FIVE_MINUTES(Duration.ofMinutes(5)),
  /** One hour. */
  HOUR(Duration.ofHours(1)),
  /**
   * One calendar day in the zone of the instrument's calendar: 23 or 25 hours when clocks change.
   */
  DAY(Duration.ofDays(1));

  private final Duration length;
  private final long nanos;

  BarInterval(Duration length) {
    this.length = length;
    this.nanos = length.toNanos();
  }

  /** Its length, as bars carry it. */
  public Duration length() {
    return length;
  }

  /** Its length in nanoseconds. */
  long nanos() {
    return nanos;
  }

  /** The interval of a length, empty if bars of that length are not built. */
  public static Optional<BarInterval> of(Duration length) {
    return Arrays.stream(values()).filter(each -> each.length.equals(length)).findFirst();
  }
}
