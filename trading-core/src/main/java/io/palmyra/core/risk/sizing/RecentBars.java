package io.palmyra.core.risk.sizing;

import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.strategy.indicator.Atr;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The last bars of an instrument in one interval. One thread adds, others may ask. */
public final class RecentBars {
  private static final int REMEMBERED = 2 * Sizing.VolatilityTarget.LONGEST + 1;
  private static final int EXTRA_PLACES = 4;

  private final Deque<BarClosed> bars = new ArrayDeque<>();

  /** Takes the next bar; one that is not later than the last is passed over. */
  public synchronized void add(BarClosed bar) {
    BarClosed last = bars.peekLast();
    if (last != null && !bar.openTime().isAfter(last.openTime())) {
      return;
    }
    bars.addLast(bar);
    if (bars.size() > REMEMBERED) {
      bars.removeFirst();
    }
  }

  /**
   * Wilder's average true range over twice the period, so that it depends on these bars alone, four
   * places finer than their prices; null while there are fewer than the period and one.
   */
  public synchronized @Nullable Price atr(int period) {
    if (bars.size() <= period) {
      return null;
    }
    var atr = new Atr(period);
    bars.stream()
        .skip(Math.max(0, bars.size() - (2L * period + 1)))
        .forEach(
            bar -> atr.add(bar.high().toDouble(), bar.low().toDouble(), bar.close().toDouble()));
    int scale = Math.min(FixedPoint.MAX_SCALE, bars.getLast().close().scale() + EXTRA_PLACES);
    return new Price(Math.round(atr.value() * FixedPoint.powerOfTen(scale)), scale);
  }
}
