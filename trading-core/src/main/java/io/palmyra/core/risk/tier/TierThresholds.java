package io.palmyra.core.risk.tier;

import io.palmyra.contracts.value.Quantity;

/**
 * What brings an account into a tier; any one of them does.
 *
 * @param drawdown share of the highest equity that is lost, above 0: 0.1 is 10 %
 * @param dailyLoss share of the day's opening equity that is lost, above 0
 * @param consecutiveLosses round trips in a row that lost, at least 1
 */
public record TierThresholds(Quantity drawdown, Quantity dailyLoss, int consecutiveLosses) {
  public TierThresholds {
    if (drawdown.signum() <= 0 || dailyLoss.signum() <= 0 || consecutiveLosses < 1) {
      throw new IllegalArgumentException(
          "drawdown %s and dailyLoss %s must be above 0, consecutiveLosses %d at least 1"
              .formatted(drawdown, dailyLoss, consecutiveLosses));
    }
  }

  boolean atMost(TierThresholds other) {
    return drawdown.compareTo(other.drawdown) <= 0
        && dailyLoss.compareTo(other.dailyLoss) <= 0
        && consecutiveLosses <= other.consecutiveLosses;
  }
}
