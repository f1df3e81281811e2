package io.palmyra.core.venue;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.core.conversion.CurrencyConversion;
import io.palmyra.core.conversion.LastMids;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the venue knows of its instruments and their last quotes. Used by one thread. */
final class Market {
  private final Map<InstrumentId, InstrumentDefined> instruments = new HashMap<>();
  private final Map<InstrumentId, QuoteTick> quotes = new HashMap<>();
  private final LastMids mids = new LastMids();
  private final CurrencyConversion conversion;
  private Instant now = Instant.EPOCH;

  Market(Duration ratesFor) {
    this.conversion = new CurrencyConversion(mids, ratesFor);
  }

  void define(InstrumentDefined instrument) {
    instruments.put(instrument.instrument(), instrument);
    mids.define(instrument);
    QuoteTick last = quotes.get(instrument.instrument());
    if (last != null) {
      mids.on(last);
    }
  }

  void on(QuoteTick quote) {
    quotes.put(quote.instrument(), quote);
    mids.on(quote);
    if (quote.time().isAfter(now)) {
      now = quote.time();
    }
  }

  Optional<InstrumentDefined> instrument(InstrumentId id) {
    return Optional.ofNullable(instruments.get(id));
  }

  Optional<QuoteTick> quote(InstrumentId id) {
    return Optional.ofNullable(quotes.get(id));
  }

  /** Latest market time seen. */
  Instant now() {
    return now;
  }

  Optional<Money> convert(Money amount, Currency into) {
    return conversion.convert(amount, into, now);
  }
}
