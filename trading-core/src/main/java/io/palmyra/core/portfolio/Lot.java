package io.palmyra.core.portfolio;

import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * What is still open of one fill.
 *
 * @param fillId the fill that opened it
 * @param quantity still open: above 0 is long, below is short, never 0
 * @param price paid or taken for a unit
 * @param openedAt when the venue filled it
 */
public record Lot(FillId fillId, Quantity quantity, Price price, Instant openedAt) {
  private static final int PLACES_OF_SPLIT_PRICES = 4;

  Lot withQuantity(Quantity left) {
    return new Lot(fillId, left, price, openedAt);
  }

  /** The lot after each old unit became new ones; the price is rounded four places finer. */
  Lot split(Quantity newUnits) {
    int scale = Math.min(FixedPoint.MAX_SCALE, price.scale() + PLACES_OF_SPLIT_PRICES);
    long units = FixedPoint.multiply(quantity.mantissa(), newUnits.mantissa(), newUnits.scale());
    long newPrice =
        FixedPoint.divide(
            price.mantissa(), price.scale(), newUnits.mantissa(), newUnits.scale(), scale);
    return new Lot(
        fillId, new Quantity(units, quantity.scale()), new Price(newPrice, scale), openedAt);
  }
}
