package io.palmyra.contracts.order;

import java.time.Duration;

/** What every algorithm asks that works by the clock. */
final class Slicing {
  private static final int MOST = 1000;

  private Slicing() {}

  static void require(Duration over, int slices) {
    if (!over.isPositive()) {
      throw new IllegalArgumentException("over " + over + " is not above zero");
    }
    if (slices < 1 || slices > MOST) {
      throw new IllegalArgumentException("slices " + slices + " is not from 1 to " + MOST);
    }
  }
}
