package io.palmyra.risk.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.RiskLimits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;

/**
 * Limits that an account gets if it has none when the service starts.
 *
 * @param account whose
 * @param priceCollar share of the middle of the market that a price may differ, such as 0.05
 * @param maximumOrderQuantity of one order
 * @param maximumOrderValue of one order, in the account's currency
 * @param maximumPosition long or short, in units
 * @param maximumPositionValue long or short, in the account's currency
 * @param stalePriceAfter age of a quote above which nothing is decided with it
 * @param duplicateWindow time within which the same order from the same source is a repeat
 * @param riskFraction share of equity that an entry may lose at its stop, such as 0.01
 */
public record SeedLimits(
    @NotNull AccountId account,
    @NotNull @Pattern(regexp = DECIMAL) String priceCollar,
    @NotNull @Pattern(regexp = DECIMAL) String maximumOrderQuantity,
    @NotNull @Pattern(regexp = DECIMAL) String maximumOrderValue,
    @NotNull @Pattern(regexp = DECIMAL) String maximumPosition,
    @NotNull @Pattern(regexp = DECIMAL) String maximumPositionValue,
    @NotNull Duration stalePriceAfter,
    @NotNull Duration duplicateWindow,
    @NotNull @Pattern(regexp = DECIMAL) String riskFraction) {
  private static final String DECIMAL = "\\d{1,12}(\\.\\d{1,6})?";

  RiskLimits in(Currency currency) {
    return new RiskLimits(
        Quantity.of(priceCollar),
        Quantity.of(maximumOrderQuantity),
        Money.of(maximumOrderValue, currency),
        Quantity.of(maximumPosition),
        Money.of(maximumPositionValue, currency),
        stalePriceAfter,
        duplicateWindow,
        Quantity.of(riskFraction));
  }
}
