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
  private final int scale;
  private long units;
  private @Nullable Price between;
  private Instant time = Instant.EPOCH;
  private @Nullable Quoted quoted;

  /**
   * @param scale of the prices that it is told
   */
  PlayedMarket(InstrumentDefined terms, Assumptions assumptions, int scale) {
    this.terms = terms;
    this.assumptions = assumptions;
    this.scale = scale;
  }

  /** The market is at a price; what is quoted there is worked out once somebody asks. */
  void at(long newMid, Instant now) {
    units = newMid;
    between = null;
    time = now;
    quoted = null;
  }

  /** The market is at a price that no bar names. */
  void at(Price newMid, Instant now) {
    at(0, now);
    between = newMid;
  }

  /** The quote of now. */
  QuoteTick tick() {
    return quoted().tick();
  }

  private Quoted quoted() {
    Quoted known = quoted;
    if (known == null) {
      Price mid = between == null ? new Price(units, scale) : between;
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
      known = new Quoted(tick, null);
      quoted = known;
    }
    return known;
  }

  @Override
  public @Nullable InstrumentDefined instrument(InstrumentId instrument) {
    return instrument.equals(terms.instrument()) ? terms : null;
  }

  @Override
  public @Nullable Quoted quote(InstrumentId instrument) {
    return instrument.equals(terms.instrument()) ? quoted() : null;
  }

  @Override
  public Optional<Price> rate(Currency from, Currency to, Instant now) {
    return from.equals(to) ? Optional.of(ONE) : Optional.empty();
  }
}
