package io.palmyra.venue.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last quote of each instrument and what people call it. Any thread. */
public final class Prices {
  private final Map<InstrumentId, QuoteTick> last = new ConcurrentHashMap<>();
  private final Map<InstrumentId, InstrumentDefined> instruments = new ConcurrentHashMap<>();

  /** Takes note of a quote. */
  public void on(QuoteTick tick) {
    last.put(tick.instrument(), tick);
  }

  /** Takes note of an instrument. */
  public void define(InstrumentDefined instrument) {
    instruments.put(instrument.instrument(), instrument);
  }

  /** What an instrument is called. */
  String description(InstrumentId instrument) {
    InstrumentDefined defined = instruments.get(instrument);
    return defined == null ? instrument.symbol() : defined.description();
  }

  /** The last quotes, in the order of the instruments' names. */
  List<QuoteTick> all() {
    var all = new ArrayList<>(last.values());
    all.sort(java.util.Comparator.comparing(tick -> tick.instrument().value()));
    return all;
  }
}
