package io.palmyra.local;

import java.time.Duration;

/** The one place of this module that reads a clock for durations and that waits. */
public final class MonotonicTime {
  private final long startNanos;

  private MonotonicTime(long startNanos) {
    this.startNanos = startNanos;
  }

  /** Starts to count now. */
  public static MonotonicTime start() {
    return new MonotonicTime(System.nanoTime());
  }

  /** Time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** Whether that much time has passed. */
  public boolean passed(Duration time) {
    return elapsed().compareTo(time) >= 0;
  }

  /** Waits; an interrupt ends the wait and is thrown as {@link LocalFailure}. */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure(ExitCode.FAILED, "Interrupted.", e);
    }
  }
}
