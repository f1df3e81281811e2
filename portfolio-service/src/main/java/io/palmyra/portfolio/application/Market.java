package io.palmyra.portfolio.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.conversion.CurrencyConversion;
import io.palmyra.core.conversion.LastMids;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last quote of each instrument, and the conversions that follow. Fed by one thread, read by
 * any.
 */
public final class Market {
  private final Map<InstrumentId, QuoteTick> quotes = new ConcurrentHashMap<>();
  private final LastMids mids = new LastMids();
  private final CurrencyConversion conversion;
  private final Duration maximumAge;
  private volatile Instant time = Instant.MIN;

  /**
   * @param maximumAge by market time, after which a quote values nothing
   */
  public Market(Duration maximumAge) {
    this.maximumAge = maximumAge;
    this.conversion = new CurrencyConversion(mids, maximumAge);
  }

  /** Takes note of an instrument, before its quotes. */
  public void define(InstrumentDefined instrument) {
    mids.define(instrument);
    QuoteTick early = quotes.get(instrument.instrument());
    if (early != null) {
      mids.on(early);
    }
  }

  /** Takes note of a quote. */
  public void on(QuoteTick quote) {
    quotes.merge(
        quote.instrument(), quote, (last, next) -> next.time().isBefore(last.time()) ? last : next);
    mids.on(quote);
    if (quote.time().isAfter(time)) {
      time = quote.time();
    }
  }

  /** The last mid of an instrument, empty if none is known or it is too old. */
  public Optional<Price> mark(InstrumentId instrument) {
    QuoteTick quote = quotes.get(instrument);
    return quote == null || quote.time().plus(maximumAge).isBefore(time)
        ? Optional.empty()
        : Optional.of(quote.mid());
  }

  /** Market time: that of the latest quote of all. */
  public Instant time() {
    return time;
  }

  /** Conversion at the last mids. */
  public CurrencyConversion conversion() {
    return conversion;
  }
}
