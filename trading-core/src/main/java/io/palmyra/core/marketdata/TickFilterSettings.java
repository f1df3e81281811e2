package io.palmyra.core.marketdata;

import java.time.Duration;

/**
 * How much a tick may be off.
 *
 * @param maximumAge the most that a tick may be behind market time
 * @param maximumLead the most that a tick may be ahead of market time
 * @param spikeBandBps the most that the mid may move within a minute, in 0.01 % of the last good
 *     mid; grows with the square root of the minutes since
 * @param spikeConfirmations so many ticks in a row near each other make a new level good
 */
public record TickFilterSettings(
    Duration maximumAge, Duration maximumLead, int spikeBandBps, int spikeConfirmations) {
  public TickFilterSettings {
    if (maximumAge.isNegative() || maximumLead.isNegative()) {
      throw new IllegalArgumentException("maximumAge and maximumLead must not be negative");
    }
    if (spikeBandBps <= 0 || spikeConfirmations <= 0) {
      throw new IllegalArgumentException("spikeBandBps and spikeConfirmations must be above 0");
    }
  }

  /** A minute old, two seconds ahead, 2 % a minute, five ticks. */
  public static TickFilterSettings usual() {
    return new TickFilterSettings(Duration.ofMinutes(1), Duration.ofSeconds(2), 200, 5);
  }
}
