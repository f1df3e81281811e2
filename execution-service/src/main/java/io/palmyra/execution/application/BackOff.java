package io.palmyra.execution.application;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Growing pauses between attempts, with jitter so that instances do not march in step. */
final class BackOff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final DoubleSupplier chance;
  private Duration pause = FIRST;

  /**
   * @param chance 0 up to 1
   */
  BackOff(DoubleSupplier chance) {
    this.chance = chance;
  }

  void reset() {
    pause = FIRST;
  }

  /** Waits, shorter if not wanted any more. */
  void next(Supplier<Boolean> wanted) {
    long left = (long) (pause.toMillis() * (0.5 + chance.getAsDouble()));
    for (; left > 0 && wanted.get(); left -= 50) {
      LockSupport.parkNanos(Duration.ofMillis(Math.min(50, left)).toNanos());
    }
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /** A moment. */
  void brief() {
    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
  }
}
