package io.palmyra.risk.inbound;

import io.palmyra.platform.time.MonotonicClock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the first decision after a start back until quotes, equity and control have been read, so
 * that signals which waited are not denied for what is only not read yet. Not for ever: what is
 * missing then denies them.
 */
final class CaughtUp {
  private static final Logger LOG = LoggerFactory.getLogger(CaughtUp.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STEP = Duration.ofMillis(5);

  private final BooleanSupplier ready;
  private final MonotonicClock monotonic;
  private boolean done;

  CaughtUp(BooleanSupplier ready, MonotonicClock monotonic) {
    this.ready = ready;
    this.monotonic = monotonic;
  }

  /** Waits, the first time only. */
  void await() {
    long began = monotonic.nanos();
    while (!done) {
      boolean read = ready.getAsBoolean();
      done = read || monotonic.nanos() - began > PATIENCE.toNanos();
      if (!done) {
        LockSupport.parkNanos(STEP.toNanos());
      } else if (!read) {
        LOG.warn("deciding although quotes, equity or control are not read to their ends");
      }
    }
  }
}
