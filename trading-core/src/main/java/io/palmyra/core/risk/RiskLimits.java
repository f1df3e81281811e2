package io.palmyra.core.risk;

import io.palmyra.contracts.value.FixedPoint;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

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
 * @param exposure over all instruments
 * @param flow how fast orders may come
 */
public record RiskLimits(
    Quantity priceCollar,
    Quantity maximumOrderQuantity,
    Money maximumOrderValue,
    Quantity maximumPosition,
    Money maximumPositionValue,
    Duration stalePriceAfter,
    Duration duplicateWindow,
    Quantity riskFraction,
    ExposureLimits exposure,
    FlowLimits flow) {

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
    var names = new TreeMap<String, String>();
    names.put("priceCollar", priceCollar.toString());
    names.put("maximumOrderQuantity", maximumOrderQuantity.toString());
    names.put("maximumOrderValue", maximumOrderValue.toString());
    names.put("maximumPosition", maximumPosition.toString());
    names.put("maximumPositionValue", maximumPositionValue.toString());
    names.put("stalePriceAfter", stalePriceAfter.toString());
    names.put("duplicateWindow", duplicateWindow.toString());
    names.put("riskFraction", riskFraction.toString());
    exposure.addTo(names);
    flow.addTo(names);
    return names;
  }

  /** The same with every limit in quantity and value by a share of what it is. */
  RiskLimits scaled(Quantity share) {
    return new RiskLimits(
        priceCollar,
        least(part(maximumOrderQuantity, share)),
        least(maximumOrderValue.times(share)),
        least(part(maximumPosition, share)),
        least(maximumPositionValue.times(share)),
        stalePriceAfter,
        duplicateWindow,
        riskFraction,
        exposure.scaled(share),
        flow);
  }

  private static Quantity part(Quantity whole, Quantity share) {
    return new Quantity(
        FixedPoint.multiply(whole.mantissa(), share.mantissa(), share.scale()), whole.scale());
  }

  /** Smaller than the smallest is the smallest: a limit is above 0. */
  private static Quantity least(Quantity limit) {
    return limit.signum() > 0 ? limit : new Quantity(1, limit.scale());
  }

  static Money least(Money limit) {
    return limit.signum() > 0 ? limit : new Money(1, limit.currency());
  }

  static void requireAboveZero(String name, int signum, Object value) {
    if (signum <= 0) {
      throw new IllegalArgumentException(name + " " + value + " is not above 0");
    }
  }
}
