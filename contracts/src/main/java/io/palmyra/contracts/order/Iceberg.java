package io.palmyra.contracts.order;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.value.Quantity;

/**
 * Only a part is shown: the next child goes when the one before it has filled.
 *
 * @param displayQuantity of one child, above 0
 */
@WireName("iceberg")
public record Iceberg(Quantity displayQuantity) implements ExecutionAlgorithm {
  public Iceberg {
    if (displayQuantity.signum() <= 0) {
      throw new IllegalArgumentException("displayQuantity " + displayQuantity + " is not above 0");
    }
  }
}
