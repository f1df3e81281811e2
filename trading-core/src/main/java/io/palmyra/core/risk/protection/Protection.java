package io.palmyra.core.risk.protection;

import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What protects a position. Each is a share of a price, above 0 and below 1: 0.02 is 2 %.
 *
 * @param stopLoss how far the market may go against the average entry price, null for no stop loss
 * @param takeProfit how far the market has to go in favour of it, null for no take profit; may be
 *     above 1
 * @param trailingStop how far the market may fall back from the best price since the position was
 *     opened, null for no trailing stop
 */
public record Protection(
    @Nullable Quantity stopLoss, @Nullable Quantity takeProfit, @Nullable Quantity trailingStop) {
  /** Nothing protects it. */
  public static final Protection NONE = new Protection(null, null, null);

  public Protection {
    requireShare("stopLoss", stopLoss);
    requireShare("trailingStop", trailingStop);
    if (takeProfit != null && takeProfit.signum() <= 0) {
      throw new IllegalArgumentException("takeProfit " + takeProfit + " is not above 0");
    }
  }

  static void requireShare(String name, @Nullable Quantity share) {
    if (share != null && (share.signum() <= 0 || share.compareTo(Quantity.ONE) >= 0)) {
      throw new IllegalArgumentException(name + " " + share + " is not above 0 and below 1");
    }
  }
}
