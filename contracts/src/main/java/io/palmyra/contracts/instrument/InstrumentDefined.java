package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;

/**
 * An instrument and all that trading it needs. The latest for its key holds.
 *
 * @param instrument symbol and market
 * @param description for people
 * @param baseCurrency what one unit is of: EUR of EURUSD; the quote currency where there is none
 * @param quoteCurrency of prices, profit and fees
 * @param priceScale decimal places of prices, 0 to 12
 * @param tickSize smallest step of a price, above 0
 * @param quantityScale decimal places of quantities, 0 to 12
 * @param lotSize smallest step of an order's quantity, above 0
 * @param minimumQuantity of an order, above 0
 * @param maximumQuantity of an order
 * @param multiplier units of the underlying in one contract, above 0; 1 for what is not a contract
 * @param terms what is particular to its kind
 * @param calendar when it trades
 */
@WireName("instrument-defined")
public record InstrumentDefined(
    InstrumentId instrument,
    String description,
    Currency baseCurrency,
    Currency quoteCurrency,
    int priceScale,
    Price tickSize,
    int quantityScale,
    Quantity lotSize,
    Quantity minimumQuantity,
    Quantity maximumQuantity,
    Quantity multiplier,
    InstrumentTerms terms,
    SessionCalendar calendar)
    implements InstrumentMessage {
  public InstrumentDefined {
    if (!(tickSize.signum() > 0
        && lotSize.signum() > 0
        && minimumQuantity.signum() > 0
        && multiplier.signum() > 0)) {
      throw new IllegalArgumentException(
          "tickSize, lotSize, minimumQuantity and multiplier of "
              + instrument
              + " must be above 0");
    }
    if (!(maximumQuantity.compareTo(minimumQuantity) >= 0)) {
      throw new IllegalArgumentException(
          "maximumQuantity of " + instrument + " is below its minimumQuantity");
    }
    FixedPoint.requireScale(priceScale);
    FixedPoint.requireScale(quantityScale);
  }

  /** Value of a quantity at a price, in the quote currency. */
  public Money value(Quantity quantity, Price price) {
    return price.times(quantity, multiplier, quoteCurrency);
  }
}
