package io.palmyra.gateway.application;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants an order worked off in children.
 *
 * @param kind TWAP, VWAP or ICEBERG
 * @param over of TWAP and VWAP: how long, in market time, above zero
 * @param slices of TWAP and VWAP: how many children, 1 to 1000
 * @param displayQuantity of ICEBERG: the size of one child, above 0
 */
public record AlgorithmTicket(
    @Nullable Kind kind,
    @Nullable Duration over,
    @Nullable Integer slices,
    @Nullable Quantity displayQuantity) {
  /** The algorithms there are. */
  public enum Kind {
    /** Equal children at equal distances in time. */
    TWAP,
    /** Children as large as the volume that is known for their time of day. */
    VWAP,
    /** One child after the other. */
    ICEBERG
  }
}
