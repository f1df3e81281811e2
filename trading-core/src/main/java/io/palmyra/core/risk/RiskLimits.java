package io.palmyra.core.risk;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.util.Map;

/**
 * What an account may do in an instrument.
 *
 * @param priceCollar the most that a price may differ from the middle of the market, as a share of
 *     it, above 0: 0.05 is 5 %
 * @param maximumOrderQuantity of one order, above 0
 * @param maximumOrderValue of one order, in the account's currency, above 0
 * @param maximumPosition long or short, working orders counted, above 0
 * @param maximumPositionValue long or short, working orders counted, in the account's currency,
 *     above 0
 * @param stalePriceAfter age of a quote in market time above which nothing is decided with it
 * @param duplicateWindow market time within which the same order from the same source is a repeat;
 *     zero for never
 * @param riskFraction share of equity that an entry may lose at its stop, above 0, at most 1
 */
public record RiskLimits(
    Quantity priceCollar,
    Quantity maximumOrderQuantity,
    Money maximumOrderValue,
    Quantity maximumPosition,
    Money maximumPositionValue,
    Duration stalePriceAfter,
    Duration duplicateWindow,
    Quantity riskFraction) {

  public RiskLimits {
    requireAboveZero("priceCollar", priceCollar.signum(), priceCollar);
    requireAboveZero("maximumOrderQuantity", maximumOrderQuantity.signum(), maximumOrderQuantity);
    requireAboveZero("maximumOrderValue", maximumOrderValue.signum(), maximumOrderValue);
    requireAboveZero("maximumPosition", maximumPosition.signum(), maximumPosition);
    requireAboveZero("maximumPositionValue", maximumPositionValue.signum(), maximumPositionValue);
    requireAboveZero("stalePriceAfter", stalePriceAfter.isPositive() ? 1 : 0, stalePriceAfter);
    requireAboveZero("riskFraction", riskFraction.signum(), riskFraction);
    if (riskFraction.compareTo(Quantity.ONE) > 0) {
      throw new IllegalArgumentException("riskFraction " + riskFraction + " is above 1");
    }
    if (duplicateWindow.isNegative()) {
      throw new IllegalArgumentException("duplicateWindow " + duplicateWindow + " is below zero");
    }
  }

  /** Each by its name, as it stands in decisions. */
  public Map<String, String> byName() {
    return Map.of(
        "priceCollar", priceCollar.toString(),
        "maximumOrderQuantity", maximumOrderQuantity.toString(),
        "maximumOrderValue", maximumOrderValue.toString(),
        "maximumPosition", maximumPosition.toString(),
        "maximumPositionValue", maximumPositionValue.toString(),
        "stalePriceAfter", stalePriceAfter.toString(),
        "duplicateWindow", duplicateWindow.toString(),
        "riskFraction", riskFraction.toString());
  }

  private static void requireAboveZero(String name, int signum, Object value) {
    if (signum <= 0) {
      throw new IllegalArgumentException(name + " " + value + " is not above 0");
    }
  }
}
