package io.palmyra.core.risk.parent;

import io.palmyra.contracts.value.Quantity;

/**
 * What a parent must know of one of its children.
 *
 * @param quantity the most that it may fill
 * @param filled so far
 * @param unknown whether its fate is unknown
 * @param open whether it has not ended
 */
public record Child(Quantity quantity, Quantity filled, boolean unknown, boolean open) {
  /** Before it was. */
  public static final Child NONE = new Child(Quantity.ZERO, Quantity.ZERO, false, false);

  /** What of the parent is its: all of it while it is open, then what it filled. */
  Quantity taken() {
    return open && quantity.compareTo(filled) > 0 ? quantity : filled;
  }
}
