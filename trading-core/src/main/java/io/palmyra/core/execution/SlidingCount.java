package io.palmyra.core.execution;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Counts what happened within a time that slides, exactly. Used by one thread; time comes with each
 * call.
 */
public final class SlidingCount {
  private final long windowNanos;
  private final ArrayDeque<Long> taken = new ArrayDeque<>();

  /**
   * @param window above zero
   */
  public SlidingCount(Duration window) {
    this.windowNanos = window.toNanos();
  }

  /**
   * Takes one more in, unless there are as many as may be.
   *
   * @param most 0 or more
   * @return whether it was taken in
   */
  public boolean takes(int most, long nowNanos) {
    while (!taken.isEmpty() && nowNanos - taken.getFirst() > windowNanos) {
      taken.removeFirst();
    }
    if (taken.size() >= most) {
      return false;
    }
    taken.addLast(nowNanos);
    return true;
  }
}
