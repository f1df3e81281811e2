package io.palmyra.core.risk;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What is different for one instrument; what is null is as for the account.
 *
 * @param priceCollar as in {@link RiskLimits}
 * @param maximumOrderQuantity as in {@link RiskLimits}
 * @param maximumOrderValue as in {@link RiskLimits}
 * @param maximumPosition as in {@link RiskLimits}
 * @param maximumPositionValue as in {@link RiskLimits}
 * @param restricted what of the instrument may not be traded, null if nothing is restricted
 */
public record LimitOverride(
    @Nullable Quantity priceCollar,
    @Nullable Quantity maximumOrderQuantity,
    @Nullable Money maximumOrderValue,
    @Nullable Quantity maximumPosition,
    @Nullable Money maximumPositionValue,
    @Nullable Restriction restricted) {

  /** The limits with what is different put in. */
  public RiskLimits over(RiskLimits limits) {
    return new RiskLimits(
        priceCollar == null ? limits.priceCollar() : priceCollar,
        maximumOrderQuantity == null ? limits.maximumOrderQuantity() : maximumOrderQuantity,
        maximumOrderValue == null ? limits.maximumOrderValue() : maximumOrderValue,
        maximumPosition == null ? limits.maximumPosition() : maximumPosition,
        maximumPositionValue == null ? limits.maximumPositionValue() : maximumPositionValue,
        limits.stalePriceAfter(),
        limits.duplicateWindow(),
        limits.riskFraction(),
        limits.exposure(),
        limits.flow());
  }
}
