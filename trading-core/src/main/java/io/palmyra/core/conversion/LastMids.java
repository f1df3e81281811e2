package io.palmyra.core.conversion;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentKind;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Price;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The last mid of every pair of currencies that some instrument trades. Any thread may feed and
 * read it.
 *
 * <p>Only spot and margin instruments make rates: a future's price contains its carry. Where
 * several venues trade a pair, the quote with the latest market time counts.
 */
public final class LastMids {
  /**
   * A mid and when the market made it.
   *
   * @param price above 0
   * @param time market time
   */
  record Mid(Price price, Instant time) {}

  private final Map<InstrumentId, CurrencyPair> pairs = new ConcurrentHashMap<>();
  private final Map<CurrencyPair, Mid> mids = new ConcurrentHashMap<>();

  /** Takes note of an instrument; its quotes count from now on. */
  public void define(InstrumentDefined instrument) {
    InstrumentKind kind = instrument.terms().kind();
    if ((kind == InstrumentKind.SPOT || kind == InstrumentKind.MARGIN)
        && !instrument.baseCurrency().equals(instrument.quoteCurrency())) {
      pairs.put(
          instrument.instrument(),
          new CurrencyPair(instrument.baseCurrency(), instrument.quoteCurrency()));
    }
  }

  /** Takes note of a quote. Quotes that are no rate, or older than the last, change nothing. */
  public void on(QuoteTick quote) {
    CurrencyPair pair = pairs.get(quote.instrument());
    if (pair == null || quote.bid().signum() <= 0 || quote.ask().signum() <= 0) {
      return;
    }
    Mid last = mids.get(pair);
    if (last == null || !quote.time().isBefore(last.time())) {
      mids.put(pair, new Mid(quote.mid(), quote.time()));
    }
  }

  /** The last mid of a pair, null if there is none. */
  @Nullable Mid mid(CurrencyPair pair) {
    return mids.get(pair);
  }
}
