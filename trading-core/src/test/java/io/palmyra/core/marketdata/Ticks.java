package io.palmyra.core.marketdata;

import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import java.time.LocalDate;

/** Ticks and instruments for tests, read as phrases. */
final class Ticks {
  static final InstrumentDefined EURUSD = instrument("EURUSD", true);
  static final InstrumentDefined FCPO = instrument("FCPO", false);

  private Ticks() {}

  static InstrumentDefined instrument(String symbol, boolean roundTheClock) {
    return new InstrumentCatalogue(new VenueId("SIM"), LocalDate.of(2026, 11, 21), roundTheClock)
        .named(symbol)
        .orElseThrow();
  }

  static QuoteTick tick(InstrumentDefined instrument, String bid, String ask, Instant time) {
    return new QuoteTick(
        instrument.instrument(),
        Price.of(bid),
        Price.of(ask),
        Quantity.ZERO,
        Quantity.ZERO,
        time,
        "test");
  }

  static QuoteTick tick(String bid, String ask, String time) {
    return tick(EURUSD, bid, ask, Instant.parse(time));
  }
}
