package io.palmyra.execution.simulation;

import io.palmyra.execution.application.Clocks;
import java.time.Duration;
import java.time.Instant;

/** The time of a run, which moves only when it is told to. */
final class VirtualClock {
  private static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

  private long nanos = 1;

  Instant instant() {
    return START.plusNanos(nanos);
  }

  long nanos() {
    return nanos;
  }

  void advance(Duration by) {
    nanos += by.toNanos();
  }

  Clocks clocks() {
    return new Clocks(this::instant, this::nanos);
  }
}
