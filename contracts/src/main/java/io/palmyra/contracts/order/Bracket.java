package io.palmyra.contracts.order;

import io.palmyra.contracts.value.Price;
import org.jspecify.annotations.Nullable;

/**
 * Exits for what an order fills, of which one cancels the other (OCO); both only reduce.
 *
 * @param takeProfit limit of the exit with a profit, null for none
 * @param stopLoss stop of the exit with a loss, null for none
 * @param trailingOffset how far a trailing stop stays behind the best price since the fill, above
 *     0; null for none, and null where a stopLoss is given
 */
public record Bracket(
    @Nullable Price takeProfit, @Nullable Price stopLoss, @Nullable Price trailingOffset) {
  public Bracket {
    if (takeProfit == null && stopLoss == null && trailingOffset == null) {
      throw new IllegalArgumentException(
          "a bracket needs a takeProfit, stopLoss or trailingOffset");
    }
    if (stopLoss != null && trailingOffset != null) {
      throw new IllegalArgumentException(
          "stopLoss " + stopLoss + " and trailingOffset " + trailingOffset + " exclude each other");
    }
    if (trailingOffset != null && trailingOffset.signum() <= 0) {
      throw new IllegalArgumentException("trailingOffset " + trailingOffset + " is not above 0");
    }
  }
}
