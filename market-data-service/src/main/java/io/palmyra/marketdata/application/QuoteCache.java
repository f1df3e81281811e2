package io.palmyra.marketdata.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.QuoteTick;
import java.util.Collection;
import java.util.List;

/** Last quotes that other instances and the next start may see. May lose all at any time. */
public interface QuoteCache {
  /** Keeps the quotes for a while, each in place of the one before. */
  void save(Collection<QuoteTick> quotes);

  /** The quotes of some instruments, those that are still there. */
  List<QuoteTick> find(Collection<InstrumentId> instruments);
}
