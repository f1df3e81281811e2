package io.palmyra.backtest.engine;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Price;
import io.palmyra.core.risk.Market;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The market as risk sees it: the last quote. */
final class TickMarket implements Market {
  private static final Price ONE = new Price(1, 0);

  private final InstrumentDefined terms;
  private @Nullable QuoteTick last;

  TickMarket(InstrumentDefined terms) {
    this.terms = terms;
  }

  void on(QuoteTick tick) {
    last = tick;
  }

  /** Its mid; null before the first. */
  @Nullable Price mid() {
    return last == null ? null : last.mid();
  }

  @Override
  public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
    return instrument.equals(terms.instrument()) ? terms : null;
  }

  @Override
  public @Nullable Quoted quote(InstrumentId instrument) {
    return last != null && instrument.equals(terms.instrument()) ? new Quoted(last, null) : null;
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    return from.equals(to) ? Optional.of(ONE) : Optional.empty();
  }
}
