package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.market.BarClosed;
import java.time.Duration;
import java.time.Instant;

/**
 * A bar of mids as REST shows it; decimals are texts.
 *
 * @param start first moment that it covers
 * @param complete false while ticks may still change it
 */
record BarView(
    String instrument,
    Duration interval,
    Instant start,
    String open,
    String high,
    String low,
    String close,
    String volume,
    int ticks,
    boolean complete) {

  static BarView of(BarClosed it, boolean complete) {
    return new BarView(
        it.instrument().value(),
        it.interval(),
        it.openTime(),
        it.open().toString(),
        it.high().toString(),
        it.low().toString(),
        it.close().toString(),
        it.volume().toString(),
        it.ticks(),
        complete);
  }
}
