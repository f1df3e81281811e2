package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The bar of one interval that ticks still change: plain longs, reused from bar to bar. */
final class OpenBar {
  private final InstrumentId instrument;
  private final BarInterval interval;
  private final int priceScale;
  private final Sessions sessions;

  private boolean open;
  private long start;
  private long end = Long.MAX_VALUE;
  private long closedUntil = Long.MIN_VALUE;
  private long first;
  private long highest;
  private long lowest;
  private long last;
  private int ticks;

  OpenBar(InstrumentId instrument, BarInterval interval, int priceScale, Sessions sessions) {
    this.instrument = instrument;
    this.interval = interval;
    this.priceScale = priceScale;
    this.sessions = sessions;
  }

  BarInterval interval() {
    return interval;
  }

  /** When it closes; far away while it is empty. */
  long end() {
    return end;
  }

  /**
   * Counts a tick in.
   *
   * @param sum bid and ask added up, at the price scale
   * @return false if the tick is late for this interval and changed nothing
   */
  boolean add(long time, long sum) {
    if (time < closedUntil || (open && time < start)) {
      return false;
    }
    if (!open) {
      openAt(time, sum);
    }
    highest = Math.max(highest, sum);
    lowest = Math.min(lowest, sum);
    last = sum;
    ticks++;
    return true;
  }

  /** Ends the bar and gives it. */
  BarClosed close() {
    BarClosed bar = snapshot();
    closedUntil = end;
    open = false;
    end = Long.MAX_VALUE;
    return bar;
  }

  /** The bar as it stands, null while it is empty. */
  @Nullable BarClosed peek() {
    return open ? snapshot() : null;
  }

  private void openAt(long time, long sum) {
    long nominalEnd;
    if (interval == BarInterval.DAY) {
      LocalDate day = LocalDate.ofInstant(EpochNanos.toInstant(time), sessions.zone());
      start = startOf(day);
      nominalEnd = startOf(day.plusDays(1));
    } else {
      start = time - Math.floorMod(time, interval.nanos());
      nominalEnd = start + interval.nanos();
    }
    end = sessions.lastOpenUntil(time, nominalEnd);
    open = true;
    first = sum;
    highest = sum;
    lowest = sum;
    ticks = 0;
  }

  private long startOf(LocalDate day) {
    return EpochNanos.of(day.atStartOfDay(sessions.zone()).toInstant());
  }

  private BarClosed snapshot() {
    return new BarClosed(
        instrument,
        interval.length(),
        EpochNanos.toInstant(start),
        mid(first),
        mid(highest),
        mid(lowest),
        mid(last),
        Quantity.ZERO,
        ticks);
  }

  /** Half of a sum is exact one place finer; at the finest scale of all it is rounded HALF_EVEN. */
  private Price mid(long sum) {
    return priceScale == FixedPoint.MAX_SCALE
        ? new Price(FixedPoint.divide(sum, 0, 2, 0, 0), priceScale)
        : new Price(Math.multiplyExact(sum, 5), priceScale + 1);
  }
}
