package io.palmyra.core.marketdata;

import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.FixedPoint;

/**
 * How far a mid may be from the last good one: a band that widens like a random walk, with the
 * square root of time. Several ticks in a row that agree with each other make a new level good, so
 * that a true jump costs a few ticks and not the day.
 */
final class SpikeBand {
  private static final double NANOS_A_MINUTE = 60e9;

  private final double shareAMinute;
  private final int confirmations;
  private final int priceScale;
  private double level;
  private long levelTime;
  private double candidate;
  private int agreeing;
  private double allowed;

  SpikeBand(TickFilterSettings settings, int priceScale) {
    this.shareAMinute = settings.spikeBandBps() / 10_000.0;
    this.confirmations = settings.spikeConfirmations();
    this.priceScale = priceScale;
  }

  /** Whether the tick is near enough; moves the level if it is. */
  boolean admits(QuoteTick tick, long time) {
    double mid =
        (FixedPoint.rescale(tick.bid().mantissa(), tick.bid().scale(), priceScale)
                + FixedPoint.rescale(tick.ask().mantissa(), tick.ask().scale(), priceScale))
            / 2.0;
    if (level == 0 || near(level, mid, time - levelTime)) {
      return settle(mid, time);
    }
    agreeing = agreeing > 0 && near(candidate, mid, 0) ? agreeing + 1 : 1;
    candidate = mid;
    return agreeing >= confirmations && settle(mid, time);
  }

  /** What the tick refused last was measured against. */
  String detail() {
    return "more than "
        + Math.round(allowed)
        + " from the last good mid "
        + level
        + " (in units of the last place)";
  }

  private boolean settle(double mid, long time) {
    level = mid;
    levelTime = time;
    agreeing = 0;
    return true;
  }

  private boolean near(double from, double to, long nanos) {
    double minutes = nanos / NANOS_A_MINUTE;
    allowed = from * shareAMinute * (minutes > 1 ? StrictMath.sqrt(minutes) : 1);
    return Math.abs(to - from) <= allowed;
  }
}
