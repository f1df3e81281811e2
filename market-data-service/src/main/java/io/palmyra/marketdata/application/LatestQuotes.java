package io.palmyra.marketdata.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last quote of each instrument, from memory, else from the cache. What changed is written to
 * the cache a few times a second; a cache that is away costs nothing but a counted failure.
 */
public final class LatestQuotes {
  private static final Logger LOG = LoggerFactory.getLogger(LatestQuotes.class);

  private final QuoteCache cache;
  private final Map<InstrumentId, QuoteTick> quotes = new ConcurrentHashMap<>();
  private final Map<InstrumentId, QuoteTick> written = new HashMap<>();
  private volatile boolean failing;

  /**
   * @param cache may be away
   */
  public LatestQuotes(QuoteCache cache) {
    this.cache = cache;
  }

  void put(QuoteTick tick) {
    quotes.put(tick.instrument(), tick);
  }

  /** The quotes of those of the instruments that have one, in the order of their ids. */
  public List<QuoteTick> of(Collection<InstrumentId> instruments) {
    var found = new ArrayList<QuoteTick>();
    var missing = new ArrayList<InstrumentId>();
    for (InstrumentId id : instruments) {
      QuoteTick quote = quotes.get(id);
      if (quote == null) {
        missing.add(id);
      } else {
        found.add(quote);
      }
    }
    if (!missing.isEmpty()) {
      found.addAll(fromCache(missing));
    }
    found.sort(Comparator.comparing(quote -> quote.instrument().value()));
    return found;
  }

  /** Writes what changed since the last call; called by one timer. */
  public void writeChanged() {
    List<QuoteTick> changed =
        quotes.values().stream()
            .filter(quote -> !quote.equals(written.get(quote.instrument())))
            .toList();
    if (changed.isEmpty()) {
      return;
    }
    try {
      cache.save(changed);
      changed.forEach(quote -> written.put(quote.instrument(), quote));
      note(false, null);
    } catch (RuntimeException e) {
      note(true, e);
    }
  }

  /** Whether the cache was away when it was last asked. */
  public boolean failing() {
    return failing;
  }

  private List<QuoteTick> fromCache(List<InstrumentId> missing) {
    try {
      return cache.find(missing);
    } catch (RuntimeException e) {
      note(true, e);
      return List.of();
    }
  }

  private void note(boolean failed, @Nullable RuntimeException cause) {
    if (failed != failing) {
      failing = failed;
      if (failed) {
        LOG.warn("quote cache is away, quotes come from memory", cause);
      } else {
        LOG.info("quote cache is back");
      }
    }
  }
}
