package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.marketdata.BarInterval;
import io.palmyra.marketdata.application.BarQuery;
import io.palmyra.platform.web.Problems;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A query for bars as a request writes it; what is not allowed is refused by name. */
record BarQueryText(
    String instrument, String interval, @Nullable Instant from, @Nullable Instant to, int limit) {
  private static final int MOST = 10_000;
  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  BarQuery read() {
    if (limit < 1 || limit > MOST) {
      throw Problems.invalid("limit", limit, "1 to " + MOST);
    }
    return new BarQuery(
        readInstrument(),
        readInterval(),
        from == null ? FIRST : from,
        to == null ? LAST : to,
        limit);
  }

  private InstrumentId readInstrument() {
    try {
      return new InstrumentId(instrument);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid(
          "instrument", instrument, "SYMBOL.VENUE in capitals, such as EURUSD.SIM");
    }
  }

  private BarInterval readInterval() {
    return Arrays.stream(BarInterval.values())
        .filter(each -> text(each).equals(interval))
        .findFirst()
        .orElseThrow(() -> Problems.invalid("interval", interval, allowed()));
  }

  private static String allowed() {
    return Arrays.stream(BarInterval.values())
        .map(BarQueryText::text)
        .collect(Collectors.joining(", "));
  }

  /** ISO-8601, with the day as people write it. */
  static String text(BarInterval interval) {
    return interval == BarInterval.DAY ? "P1D" : interval.length().toString();
  }
}
