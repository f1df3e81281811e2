package io.palmyra.risk.application.limits;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.ExposureLimits;
import io.palmyra.core.risk.FlowLimits;
import io.palmyra.core.risk.RiskLimits;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

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
 * @param maximumGrossExposure sum of all positions' values, in the account's currency
 * @param maximumNetExposure what long and short may differ by, in the account's currency
 * @param maximumStrategyExposure gross exposure of one strategy, in the account's currency
 * @param maximumMarginUse share of equity that initial margin may take, such as 1
 * @param messagesPerSecond orders and replacements of one source
 * @param accountMessagesPerSecond of the whole account
 * @param maximumRepeats orders of one strategy, instrument and direction that may begin to fill
 *     within the repeat window; one more halts the strategy
 * @param repeatWindow above zero
 * @param priceWalk share that prices may move away from the first order's market, such as 0.05
 * @param walkWindow above zero
 * @param tiers when the account enters and leaves its tiers
 * @param protection what protects its positions; nothing if absent
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
    @NotNull @Pattern(regexp = DECIMAL) String riskFraction,
    @NotNull @Pattern(regexp = DECIMAL) String maximumGrossExposure,
    @NotNull @Pattern(regexp = DECIMAL) String maximumNetExposure,
    @NotNull @Pattern(regexp = DECIMAL) String maximumStrategyExposure,
    @NotNull @Pattern(regexp = DECIMAL) String maximumMarginUse,
    @NotNull @Min(1) Integer messagesPerSecond,
    @NotNull @Min(1) Integer accountMessagesPerSecond,
    @NotNull @Min(1) Integer maximumRepeats,
    @NotNull Duration repeatWindow,
    @NotNull @Pattern(regexp = DECIMAL) String priceWalk,
    @NotNull Duration walkWindow,
    @NotNull @Valid SeedTiers tiers,
    @Nullable @Valid SeedProtection protection) {
  static final String DECIMAL = "\\d{1,12}(\\.\\d{1,6})?";

  ProtectionPolicy protects() {
    return protection == null ? ProtectionPolicy.NONE : protection.policy();
  }

  RiskLimits in(Currency currency) {
    return new RiskLimits(
        Quantity.of(priceCollar),
        Quantity.of(maximumOrderQuantity),
        Money.of(maximumOrderValue, currency),
        Quantity.of(maximumPosition),
        Money.of(maximumPositionValue, currency),
        stalePriceAfter,
        duplicateWindow,
        Quantity.of(riskFraction),
        new ExposureLimits(
            Money.of(maximumGrossExposure, currency),
            Money.of(maximumNetExposure, currency),
            Money.of(maximumStrategyExposure, currency),
            Quantity.of(maximumMarginUse)),
        new FlowLimits(
            messagesPerSecond,
            accountMessagesPerSecond,
            maximumRepeats,
            repeatWindow,
            Quantity.of(priceWalk),
            walkWindow));
  }
}
