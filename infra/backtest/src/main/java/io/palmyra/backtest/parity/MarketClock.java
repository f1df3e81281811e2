package io.palmyra.backtest.parity;

import io.palmyra.contracts.market.BarClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What time it was in the market at a moment of wall time. The two are the same in live trading; in
 * a replay market time is that of the bars recorded around the moment, in proportion.
 */
final class MarketClock {
  private static final Duration THE_SAME = Duration.ofMinutes(1);

  private final List<Kept> bars;
  private final boolean wall;

  /**
   * @param bars oldest first, one at least
   */
  MarketClock(List<Kept> bars) {
    this.bars = bars;
    List<Duration> apart = bars.stream().map(MarketClock::apart).sorted().toList();
    this.wall = apart.get(apart.size() / 2).compareTo(THE_SAME) < 0;
  }

  private static Duration apart(Kept bar) {
    return Duration.between(close(bar), bar.at()).abs();
  }

  /** Whether market time is wall time. */
  boolean isWall() {
    return wall;
  }

  Instant at(Instant moment) {
    if (wall) {
      return moment;
    }
    int next = 0;
    while (next < bars.size() && !bars.get(next).at().isAfter(moment)) {
      next++;
    }
    if (next == 0) {
      return close(bars.getFirst());
    }
    Kept before = bars.get(next - 1);
    if (next == bars.size()) {
      return close(before);
    }
    Kept after = bars.get(next);
    double part =
        (double) Duration.between(before.at(), moment).toNanos()
            / Duration.between(before.at(), after.at()).toNanos();
    long millis = Duration.between(close(before), close(after)).toMillis();
    return close(before).plusMillis(Math.round(part * millis));
  }

  private static Instant close(Kept bar) {
    return ((BarClosed) bar.body()).closeTime();
  }
}
