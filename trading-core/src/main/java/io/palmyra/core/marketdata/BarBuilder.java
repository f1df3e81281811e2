package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Builds the bars of one instrument from its ticks: the same class in live, replay and backtest.
 *
 * <p>A bar covers [start, start + interval) and holds the mids of the ticks in it, in the order in
 * which they arrived. Bars up to an hour start at multiples of their length since 1970 UTC; a day
 * starts at midnight in the zone of the instrument's calendar. There is no bar without a tick.
 *
 * <p>A bar closes when a tick or the clock reaches its end, or, before that, the last session close
 * inside it, after which no tick can belong to it. A tick outside the sessions changes no bar.
 *
 * <p>Late ticks: a tick that is older than the bar now open, or than the end of the bar closed
 * last, changes nothing in that interval; it is counted. A closed bar never changes.
 *
 * <p>Prices of bars have one decimal place more than the instrument's, so that mids are exact.
 * Constant time a tick; allocates only when a bar closes. One thread at a time.
 */
public final class BarBuilder {
  private final InstrumentId instrument;
  private final int priceScale;
  private final Sessions sessions;
  private final OpenBar[] bars;
  private final Consumer<BarClosed> closed;
  private long nextEnd = Long.MAX_VALUE;
  private long late;
  private long outOfSession;

  /**
   * @param instrument whose ticks come
   * @param closed takes each bar once, shorter intervals first
   */
  public BarBuilder(InstrumentDefined instrument, Consumer<BarClosed> closed) {
    this.instrument = instrument.instrument();
    this.priceScale = instrument.priceScale();
    this.sessions = new Sessions(instrument.calendar());
    this.closed = closed;
    this.bars =
        Arrays.stream(BarInterval.values())
            .map(interval -> new OpenBar(this.instrument, interval, priceScale, sessions))
            .toArray(OpenBar[]::new);
  }

  /** Counts a tick into the open bars, after closing those that it ends. */
  public void on(QuoteTick tick) {
    long time = EpochNanos.of(tick.time());
    advance(time);
    if (!sessions.isOpen(time)) {
      outOfSession++;
      return;
    }
    long sum = Math.addExact(mantissa(tick.bid()), mantissa(tick.ask()));
    boolean inTime = true;
    for (OpenBar bar : bars) {
      inTime &= bar.add(time, sum);
      nextEnd = Math.min(nextEnd, bar.end());
    }
    if (!inTime) {
      late++;
    }
  }

  /** Closes the bars that end at or before a market time at which no tick came. */
  public void advanceTo(Instant marketTime) {
    advance(EpochNanos.of(marketTime));
  }

  /** The bar now open, empty if no tick has come since the last one closed. */
  public Optional<BarClosed> inProgress(BarInterval interval) {
    return Arrays.stream(bars)
        .filter(bar -> bar.interval() == interval)
        .findFirst()
        .map(OpenBar::peek);
  }

  /** Ticks that came too late for one interval or more. */
  public long late() {
    return late;
  }

  /** Ticks that came outside of the sessions. */
  public long outOfSession() {
    return outOfSession;
  }

  private void advance(long time) {
    if (time < nextEnd) {
      return;
    }
    nextEnd = Long.MAX_VALUE;
    for (OpenBar bar : bars) {
      if (time >= bar.end()) {
        closed.accept(bar.close());
      }
      nextEnd = Math.min(nextEnd, bar.end());
    }
  }

  private long mantissa(Price price) {
    return FixedPoint.rescale(price.mantissa(), price.scale(), priceScale);
  }
}
