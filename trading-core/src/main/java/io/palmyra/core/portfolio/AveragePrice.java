package io.palmyra.core.portfolio;

import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.List;

/** The average price of lots, weighted by quantity, a few places finer than their prices. */
final class AveragePrice {
  private static final int EXTRA_PLACES = 4;
  private static final int MAX_SHIFT = 18;
  private static final int BITS = 62;
  private static final double DIGITS_PER_BIT = StrictMath.log10(2);

  private AveragePrice() {}

  static Price of(List<Lot> lots) {
    if (lots.isEmpty()) {
      return new Price(0, 0);
    }
    Price first = lots.getFirst().price();
    if (lots.stream().allMatch(lot -> lot.price().compareTo(first) == 0)) {
      return first;
    }
    int prices = lots.stream().mapToInt(lot -> lot.price().scale()).max().orElse(0);
    int quantities = lots.stream().mapToInt(lot -> lot.quantity().scale()).max().orElse(0);
    Quantity total =
        lots.stream().map(Lot::quantity).reduce(new Quantity(0, quantities), Quantity::plus);
    int drop = digitsToDrop(lots, prices, total);
    long sum = 0;
    for (Lot lot : lots) {
      sum =
          Math.addExact(
              sum,
              FixedPoint.multiply(
                  lot.price().atScale(prices).mantissa(),
                  lot.quantity().atScale(quantities).mantissa(),
                  drop));
    }
    int finer = Math.min(Math.min(EXTRA_PLACES, FixedPoint.MAX_SCALE - prices), MAX_SHIFT - drop);
    long average =
        FixedPoint.divide(
            sum, prices + quantities - drop, total.mantissa(), quantities, prices + finer);
    return new Price(average, prices + finer);
  }

  /** How many digits the sum of price × quantity must lose to fit a long. */
  private static int digitsToDrop(List<Lot> lots, int prices, Quantity total) {
    int priceBits =
        lots.stream().mapToInt(lot -> bits(lot.price().atScale(prices).mantissa())).max().orElse(0);
    int above = priceBits + bits(total.mantissa()) - BITS;
    return Math.clamp((long) StrictMath.ceil(above * DIGITS_PER_BIT), 0, MAX_SHIFT);
  }

  private static int bits(long mantissa) {
    return Long.SIZE - Long.numberOfLeadingZeros(Math.absExact(mantissa));
  }
}
