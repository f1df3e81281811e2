package io.palmyra.risk.inbound;

import io.palmyra.contracts.allocation.CapitalAllocated;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.BarClosed;
import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.portfolio.PortfolioUpdated;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.risk.application.MarketTable;

/** Keeps the table of what is known of the market: ticks, instruments, equities. */
final class MarketListener implements StreamListener {
  private final MarketTable table;

  /** Feeds this table. */
  MarketListener(MarketTable table) {
    this.table = table;
  }

  @Override
  public void on(StreamRecord record) {
    switch (record.envelope().body()) {
      case TickMessage tick -> table.on(tick, record.position());
      case BarClosed bar -> table.on(bar);
      case InstrumentDefined instrument -> table.define(instrument);
      case PortfolioUpdated portfolio -> table.equity(portfolio.account(), portfolio.equity());
      case CapitalAllocated allocation -> table.allocated(allocation);
      default ->
          throw new IllegalArgumentException(
              "no business of risk: " + record.envelope().body().getClass());
    }
  }
}
