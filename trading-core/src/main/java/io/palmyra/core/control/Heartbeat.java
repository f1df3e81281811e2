package io.palmyra.core.control;

import java.util.Set;

/**
 * The last heartbeat of one instance of risk, as this reader saw it.
 *
 * @param counter the instance's own count
 * @param partitions account partitions that the instance decides for
 * @param arrivedNanos local monotonic time of its arrival
 * @param live whether it was written after this reader began; an older one proves nothing
 */
public record Heartbeat(long counter, Set<Integer> partitions, long arrivedNanos, boolean live) {
  public Heartbeat {
    partitions = Set.copyOf(partitions);
  }
}
