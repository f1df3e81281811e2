package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;

/**
 * What a fill costs.
 *
 * @param perUnit for each unit of quantity, 0 or more
 * @param share of the fill's value, 0 or more: 0.001 is ten basis points
 */
public record Commission(Money perUnit, Quantity share) {
  /**
   * @throws IllegalArgumentException if one is below 0
   */
  public Commission {
    if (perUnit.signum() < 0) {
      throw new IllegalArgumentException("perUnit " + perUnit + " is below 0");
    }
    if (share.signum() < 0) {
      throw new IllegalArgumentException("share " + share + " is below 0");
    }
  }

  Money of(Quantity quantity, Money value) {
    return perUnit.times(quantity).plus(value.abs().times(share));
  }
}
