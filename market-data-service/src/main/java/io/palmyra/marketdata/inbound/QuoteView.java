package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.market.QuoteTick;
import java.time.Instant;

/** A last quote as REST shows it; decimals are texts. */
record QuoteView(
    String instrument,
    String bid,
    String ask,
    String bidSize,
    String askSize,
    Instant time,
    String provider) {

  static QuoteView of(QuoteTick it) {
    return new QuoteView(
        it.instrument().value(),
        it.bid().toString(),
        it.ask().toString(),
        it.bidSize().toString(),
        it.askSize().toString(),
        it.time(),
        it.provider());
  }
}
