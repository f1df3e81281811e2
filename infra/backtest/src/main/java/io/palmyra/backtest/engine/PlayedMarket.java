package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.Market;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The market as risk sees it: at the open of a bar that an order meets, and at each close. */
final class PlayedMarket implements Market {
  private static final Price ONE = new Price(1, 0);

  private final InstrumentDefined terms;
  private final Assumptions assumptions;
  private @Nullable Quoted quoted;

  PlayedMarket(InstrumentDefined terms, Assumptions assumptions) {
    this.terms = terms;
    this.assumptions = assumptions;
  }

  /** The market is at a price. */
  QuoteTick at(Price mid, Instant time) {
    Spread spread = Spread.around(mid, assumptions);
    var tick =
        new QuoteTick(
            terms.instrument(),
            spread.bid().atScale(terms.priceScale()),
            spread.ask().atScale(terms.priceScale()),
            Quantity.ZERO,
            Quantity.ZERO,
            time,
            "bars");
    quoted = new Quoted(tick, null);
    return tick;
  }

  @Override
  public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
    return instrument.equals(terms.instrument()) ? terms : null;
  }

  @Override
  public @Nullable Quoted quote(InstrumentId instrument) {
    return instrument.equals(terms.instrument()) ? quoted : null;
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    return from.equals(to) ? Optional.of(ONE) : Optional.empty();
  }
}
