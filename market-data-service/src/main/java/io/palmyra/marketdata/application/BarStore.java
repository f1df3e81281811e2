package io.palmyra.marketdata.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.value.Price;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Bars kept for good. A bar of the same instrument, interval and time takes the place of the old.
 */
public interface BarStore {
  /** Keeps bars, all or, with an exception, none. */
  void save(List<BarClosed> bars);

  /** The newest bars that a query asks for, oldest first. */
  List<BarClosed> find(BarQuery query);

  /** The last close of each instrument of which there are bars. */
  Map<InstrumentId, Price> lastCloses(Collection<InstrumentId> instruments);
}
