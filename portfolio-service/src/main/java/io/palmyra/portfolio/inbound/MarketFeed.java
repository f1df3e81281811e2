package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.portfolio.application.Instruments;
import io.palmyra.portfolio.application.Market;
import org.springframework.stereotype.Component;

/** Takes instruments and quotes from the market topics. */
@Component
final class MarketFeed implements StreamListener {
  private final Instruments instruments;
  private final Market market;

  MarketFeed(Instruments instruments, Market market) {
    this.instruments = instruments;
    this.market = market;
  }

  @Override
  public void on(StreamRecord record) {
    Message message = record.envelope().body();
    if (message instanceof QuoteTick quote) {
      market.on(quote);
    } else if (message instanceof InstrumentDefined instrument) {
      market.define(instrument);
      instruments.define(instrument);
    }
  }
}
