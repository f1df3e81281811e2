package io.palmyra.risk.application.limits;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What protects an account's positions, if it has no limits when the service starts.
 *
 * @param stopLoss share of the average entry price that the market may go against it, such as 0.02
 * @param takeProfit share of it that the market has to go in favour
 * @param trailingStop share of the best price that the market may fall back
 * @param portfolioStop share of the highest equity that the account may lose before all is closed
 */
public record SeedProtection(
    @Nullable @Pattern(regexp = SeedLimits.DECIMAL) String stopLoss,
    @Nullable @Pattern(regexp = SeedLimits.DECIMAL) String takeProfit,
    @Nullable @Pattern(regexp = SeedLimits.DECIMAL) String trailingStop,
    @Nullable @Pattern(regexp = SeedLimits.DECIMAL) String portfolioStop) {
  ProtectionPolicy policy() {
    return new ProtectionPolicy(
        new Protection(share(stopLoss), share(takeProfit), share(trailingStop)),
        Map.of(),
        share(portfolioStop));
  }

  private static @Nullable Quantity share(@Nullable String text) {
    return text == null ? null : Quantity.of(text);
  }
}
