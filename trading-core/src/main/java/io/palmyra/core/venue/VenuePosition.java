package io.palmyra.core.venue;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.util.ArrayDeque;
import java.util.Deque;

/** A position as the venue books it: open lots, the oldest closed first. Used by one thread. */
final class VenuePosition {
  private final Deque<Lot> lots = new ArrayDeque<>();

  private record Lot(Quantity quantity, Price price) {}

  Quantity quantity() {
    return lots.stream().map(Lot::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }

  /** Books a signed fill; returns the profit of what it closed. */
  Money book(Quantity signed, Price price, Contract contract) {
    Money profit = Money.zero(contract.currency());
    Quantity left = signed;
    while (left.signum() != 0
        && !lots.isEmpty()
        && lots.getFirst().quantity().signum() != left.signum()) {
      Lot oldest = lots.removeFirst();
      Quantity matched = oldest.quantity().abs().min(left.abs());
      Quantity closed = oldest.quantity().signum() > 0 ? matched : matched.negate();
      profit = profit.plus(contract.value(closed, price.minus(oldest.price())));
      left = left.plus(closed);
      Quantity rest = oldest.quantity().minus(closed);
      if (rest.signum() != 0) {
        lots.addFirst(new Lot(rest, oldest.price()));
      }
    }
    if (left.signum() != 0) {
      lots.addLast(new Lot(left, price));
    }
    return profit;
  }

  /** Profit of what is open, if it were closed at a price. */
  Money openProfit(Price price, Contract contract) {
    Money sum = Money.zero(contract.currency());
    for (Lot lot : lots) {
      sum = sum.plus(contract.value(lot.quantity(), price.minus(lot.price())));
    }
    return sum;
  }
}
