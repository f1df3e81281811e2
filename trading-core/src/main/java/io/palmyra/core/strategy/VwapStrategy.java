package io.palmyra.core.strategy;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.value.Side;
import io.palmyra.core.strategy.indicator.Vwap;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * By reversion: buys a close far enough below the day's average price by volume, sells one far
 * enough above, leaves as it is reached. By trend: goes with a close that crosses it and leaves as
 * one crosses it back. The day is that of the zone of the instrument's calendar; while nothing was
 * traded in it, it does nothing.
 */
final class VwapStrategy extends BarStrategy {
  /** Stable code of its exits. */
  static final String VWAP_REACHED = "VWAP_REACHED";

  private final Vwap vwap = new Vwap();
  private final boolean byTrend;
  private final double distance;
  private double close = Double.NaN;
  private @Nullable Side side;
  private @Nullable Side before;

  VwapStrategy(Parameters parameters, InstrumentId instrument) {
    super(parameters, instrument, barsOfADay(parameters));
    byTrend = parameters.choice(VwapType.MODE).equals(VwapType.TREND);
    distance = parameters.decimal(VwapType.DISTANCE);
  }

  /** After as many nothing of the day before is left. */
  private static int barsOfADay(Parameters parameters) {
    Duration interval = Duration.parse(parameters.choice(SharedParameters.INTERVAL));
    return Math.toIntExact(Duration.ofDays(1).dividedBy(interval)) + 1;
  }

  @Override
  void observe(Bar bar, @Nullable InstrumentDefined terms) {
    ZoneId zone = terms == null ? ZoneOffset.UTC : terms.calendar().zone();
    // The last moment of the bar: one that ends at midnight belongs to the day that it covers.
    long day = LocalDate.ofInstant(bar.closeTime().minusNanos(1), zone).toEpochDay();
    vwap.add(day, bar.high(), bar.low(), bar.close(), bar.volume());
    close = bar.close();
    before = side;
    side = vwap.isReady() ? side() : null;
  }

  private @Nullable Side side() {
    int compared = Double.compare(close, vwap.value());
    return compared == 0 ? before : compared > 0 ? Side.BUY : Side.SELL;
  }

  @Override
  boolean knowsEnough() {
    return vwap.isReady();
  }

  @Override
  @Nullable Side enters() {
    if (byTrend) {
      return before != null && side != before ? side : null;
    }
    double away = (close - vwap.value()) / range();
    return away <= -distance ? Side.BUY : away >= distance ? Side.SELL : null;
  }

  @Override
  @Nullable String leaves(Side held) {
    Side over = byTrend ? held.opposite() : held;
    return side == over ? VWAP_REACHED : null;
  }
}
