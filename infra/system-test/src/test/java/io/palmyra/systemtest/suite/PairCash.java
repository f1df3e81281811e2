package io.palmyra.systemtest.suite;

import io.palmyra.contracts.fill.FillRecorded;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.List;

/**
 * How fills of one currency pair move cash, worked out by other code than the suite's: where a
 * position is closed, first in first out, and by fees.
 */
public final class PairCash {
  private final ArrayDeque<Lot> open = new ArrayDeque<>();
  private BigDecimal cash = BigDecimal.ZERO;

  private PairCash() {}

  /** By fills in their sequence, in the quote currency. */
  public static BigDecimal moved(List<FillRecorded> fills) {
    var pair = new PairCash();
    fills.forEach(pair::take);
    return pair.cash;
  }

  private void take(FillRecorded fill) {
    cash = cash.subtract(new BigDecimal(fill.fee().amount()));
    var price = new BigDecimal(fill.lastPrice().toString());
    var quantity = new BigDecimal(fill.lastQuantity().toString());
    BigDecimal left = fill.side().sign() > 0 ? quantity : quantity.negate();
    while (left.signum() != 0 && !open.isEmpty() && open.peek().faces(left)) {
      Lot lot = open.remove();
      BigDecimal closed = lot.units().abs().min(left.abs()).multiply(sign(lot.units()));
      cash = cash.add(closed.multiply(price.subtract(lot.price())));
      left = left.add(closed);
      if (lot.units().compareTo(closed) != 0) {
        open.addFirst(new Lot(lot.units().subtract(closed), lot.price()));
      }
    }
    if (left.signum() != 0) {
      open.add(new Lot(left, price));
    }
  }

  private record Lot(BigDecimal units, BigDecimal price) {
    boolean faces(BigDecimal other) {
      return units.signum() == -other.signum();
    }
  }

  private static BigDecimal sign(BigDecimal number) {
    return BigDecimal.valueOf(number.signum());
  }
}
