package io.palmyra.core.risk;

import io.palmyra.contracts.instrument.InstrumentDefined;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import org.jspecify.annotations.Nullable;

/**
 * What an order is measured with, once all of it is known.
 *
 * @param instrument terms
 * @param quote last quote
 * @param limits that hold for the instrument
 * @param restriction what of the instrument may not be traded, null if nothing is restricted
 * @param rate units of the account's currency for one of the instrument's quote currency, above 0
 * @param currency the account's
 * @param reduceOnly whether a halt lets through only what reduces
 */
record Ground(
    InstrumentDefined instrument,
    QuoteTick quote,
    RiskLimits limits,
    @Nullable Restriction restriction,
    Price rate,
    Currency currency,
    boolean reduceOnly) {

  /** The price at which an order of a side meets the market now. */
  Price touch(Side side) {
    return side == Side.BUY ? quote.ask() : quote.bid();
  }

  /** The dearest price at which an order is expected to fill, without sign. */
  Price valuePrice(Side side, @Nullable Price limitPrice, @Nullable Price stopPrice) {
    if (side == Side.BUY && limitPrice != null) {
      return limitPrice.abs();
    }
    Price dearest = touch(side).abs();
    for (Price price : new @Nullable Price[] {limitPrice, stopPrice}) {
      if (price != null && price.abs().compareTo(dearest) > 0) {
        dearest = price.abs();
      }
    }
    return dearest;
  }

  /** Value of a quantity at a price, in the account's currency. */
  Money value(Quantity quantity, Price price) {
    return instrument.value(quantity, price).convert(rate, currency);
  }

  /** The largest whole number of lots whose value at a price is within a budget; 0 or more. */
  Quantity affordable(Money budget, Price price) {
    Quantity lot = instrument.lotSize();
    Money unit = instrument.value(Quantity.ONE, price);
    if (budget.signum() <= 0) {
      return new Quantity(0, lot.scale());
    }
    Quantity most;
    try {
      Money quoted = budget.convertInverse(rate, instrument.quoteCurrency());
      most =
          new Quantity(
                  FixedPoint.divide(
                      quoted.mantissa(), Money.SCALE, unit.mantissa(), Money.SCALE, lot.scale()),
                  lot.scale())
              .floorToMultipleOf(lot);
    } catch (ArithmeticException larger) {
      // More than a quantity can say: the instrument's own most is less.
      return instrument.maximumQuantity().floorToMultipleOf(lot);
    }
    most = most.min(instrument.maximumQuantity()).floorToMultipleOf(lot);
    while (most.signum() > 0 && value(most, price).compareTo(budget) > 0) {
      most = most.minus(lot);
    }
    return most;
  }
}
