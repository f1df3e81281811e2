package io.palmyra.platform.lease;

import java.time.Duration;

/**
 * How a lease is kept.
 *
 * @param checkEvery how often the holder checks, and others try to become it
 * @param margin how long after its last good check a holder may still send; a new holder waits as
 *     long after the old one was last seen, unless that one let go in good order
 * @param frozenAfter after which silence the connection of a holder that keeps the lock is cut;
 *     longer than the margin
 */
public record LeaseSettings(Duration checkEvery, Duration margin, Duration frozenAfter) {
  /** Checked each second, sends stop after 3, a frozen holder is cut off after 5. */
  public static final LeaseSettings DEFAULT =
      new LeaseSettings(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5));

  public LeaseSettings {
    if (!checkEvery.isPositive() || margin.compareTo(checkEvery) <= 0) {
      throw new IllegalArgumentException(
          "margin " + margin + " is not longer than checkEvery " + checkEvery);
    }
    if (frozenAfter.compareTo(margin) <= 0) {
      throw new IllegalArgumentException(
          "frozenAfter " + frozenAfter + " is not longer than margin " + margin);
    }
  }
}
