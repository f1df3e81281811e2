package io.palmyra.venue.inbound;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.venue.application.Engine;
import io.palmyra.venue.application.Prices;
import java.time.InstantSource;

/** Hands instruments and quotes to the engine. */
final class MarketFeed implements StreamListener {
  private final Engine engine;
  private final Prices prices;
  private final InstantSource clock;

  MarketFeed(Engine engine, Prices prices, InstantSource clock) {
    this.engine = engine;
    this.prices = prices;
    this.clock = clock;
  }

  @Override
  public void on(StreamRecord record) {
    if (record.envelope().body() instanceof QuoteTick tick) {
      prices.on(tick);
      engine.offer(turn -> turn.happened(turn.tick(tick, clock.instant())));
    } else if (record.envelope().body() instanceof InstrumentDefined instrument) {
      prices.define(instrument);
      engine.offer(turn -> turn.define(instrument));
    }
  }
}
