package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.market.BarClosed;
import io.palmyra.marketdata.application.BarHistory;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * A bar of mids as REST shows it; decimals are texts.
 *
 * @param start first moment that it covers
 * @param complete false while ticks may still change it
 */
record BarView(
    String instrument,
    String interval,
    Instant start,
    String open,
    String high,
    String low,
    String close,
    String volume,
    int ticks,
    boolean complete) {

  static Page<BarView> of(BarHistory.Answer answer, String interval) {
    return new Page<>(
        Stream.concat(
                answer.closed().stream().map(bar -> of(bar, interval, true)),
                answer.open().stream().map(bar -> of(bar, interval, false)))
            .toList());
  }

  private static BarView of(BarClosed it, String interval, boolean complete) {
    return new BarView(
        it.instrument().value(),
        interval,
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
