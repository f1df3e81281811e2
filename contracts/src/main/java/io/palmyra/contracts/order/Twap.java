package io.palmyra.contracts.order;

import io.palmyra.contracts.WireName;
import java.time.Duration;

/**
 * Time-weighted: equal children at equal distances in time.
 *
 * @param over how long, in market time, above zero
 * @param slices how many children, at least 1, at most 1000
 */
@WireName("twap")
public record Twap(Duration over, int slices) implements ExecutionAlgorithm {
  public Twap {
    Slicing.require(over, slices);
  }
}
