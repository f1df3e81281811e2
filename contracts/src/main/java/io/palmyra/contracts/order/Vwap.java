package io.palmyra.contracts.order;

import io.palmyra.contracts.WireName;
import java.time.Duration;

/**
 * Volume-weighted: children at equal distances in time, each as large as the share of its time in
 * the volume that the instrument is known to trade at that time of day.
 *
 * @param over how long, in market time, above zero
 * @param slices how many children, at least 1, at most 1000
 */
@WireName("vwap")
public record Vwap(Duration over, int slices) implements ExecutionAlgorithm {
  public Vwap {
    Slicing.require(over, slices);
  }
}
