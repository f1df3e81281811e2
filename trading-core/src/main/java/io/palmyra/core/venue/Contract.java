package io.palmyra.core.venue;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.instrument.InstrumentKind;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;

/**
 * What booking a fill needs to know of its instrument; kept with the fill, so that the books can be
 * made again from their records alone.
 *
 * @param currency of prices, profit and fees
 * @param multiplier units of the underlying in one contract
 * @param paidInFull whether the whole price goes through cash: spot and outcome tokens; otherwise
 *     only profit does, when a lot is closed
 */
public record Contract(Currency currency, Quantity multiplier, boolean paidInFull) {
  /** Of an instrument. */
  public static Contract of(InstrumentDefined instrument) {
    InstrumentKind kind = instrument.terms().kind();
    return new Contract(
        instrument.quoteCurrency(),
        instrument.multiplier(),
        kind == InstrumentKind.SPOT || kind == InstrumentKind.OUTCOME_TOKEN);
  }

  Money value(Quantity quantity, Price price) {
    return price.times(quantity, multiplier, currency);
  }
}
