package io.palmyra.core.execution;

import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.value.Quantity;
import java.util.HashSet;
import java.util.Set;

/**
 * How far an order has come, in whatever state it is.
 *
 * @param quantity total of the order, above 0
 * @param cumulative filled so far, 0 to quantity
 * @param accepted whether the venue has taken it up
 * @param fills that were applied
 */
public record Progress(
    Quantity quantity, Quantity cumulative, boolean accepted, Set<FillId> fills) {
  public Progress {
    fills = Set.copyOf(fills);
  }

  /** Of an order that the venue has not heard of. */
  public static Progress of(Quantity quantity) {
    return new Progress(quantity, new Quantity(0, quantity.scale()), false, Set.of());
  }

  /** What is still open. */
  public Quantity leaves() {
    return quantity.minus(cumulative);
  }

  /** Whether nothing is open any more. */
  public boolean complete() {
    return cumulative.compareTo(quantity) >= 0;
  }

  Progress taken() {
    return new Progress(quantity, cumulative, true, fills);
  }

  Progress with(FillId fill, Quantity lastQuantity) {
    var more = new HashSet<>(fills);
    more.add(fill);
    return new Progress(quantity, cumulative.plus(lastQuantity), true, more);
  }

  Progress resized(Quantity total) {
    return new Progress(total, cumulative, true, fills);
  }
}
