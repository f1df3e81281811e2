package io.palmyra.marketdata.inbound;

import io.palmyra.contracts.instrument.FutureTerms;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An instrument as REST shows it; decimals are texts.
 *
 * @param currency of prices
 * @param base what one unit is of
 * @param expiry of a future
 * @param open whether a session is open now
 */
record InstrumentView(
    String instrument,
    String description,
    InstrumentKind kind,
    String currency,
    String base,
    String tickSize,
    int priceScale,
    String lotSize,
    String minimumQuantity,
    String maximumQuantity,
    int quantityScale,
    String multiplier,
    @Nullable Instant expiry,
    boolean open) {

  static InstrumentView of(InstrumentDefined it, Instant now) {
    return new InstrumentView(
        it.instrument().value(),
        it.description(),
        it.terms().kind(),
        it.quoteCurrency().value(),
        it.baseCurrency().value(),
        it.tickSize().toString(),
        it.priceScale(),
        it.lotSize().toString(),
        it.minimumQuantity().toString(),
        it.maximumQuantity().toString(),
        it.quantityScale(),
        it.multiplier().toString(),
        it.terms() instanceof FutureTerms future ? future.expiry() : null,
        it.calendar().isOpen(now));
  }
}
