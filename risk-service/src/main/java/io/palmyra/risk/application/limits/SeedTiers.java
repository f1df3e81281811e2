package io.palmyra.risk.application.limits;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an account enters and leaves its tiers, if it has no limits when the service starts.
 *
 * @param warning smaller sizes from here on
 * @param critical only reductions from here on
 * @param emergency halted from here on
 * @param warningSize share of their size that entries have under WARNING, such as 0.5
 * @param exitShare share of a tier's thresholds below which it can be left, such as 0.8
 * @param calmFor how long every measure must have been below
 * @param dayZone in which the day is meant
 * @param dayStarts when it begins, such as 17:00
 */
public record SeedTiers(
    @NotNull @Valid Thresholds warning,
    @NotNull @Valid Thresholds critical,
    @NotNull @Valid Thresholds emergency,
    @NotNull @Pattern(regexp = SeedLimits.DECIMAL) String warningSize,
    @NotNull @Pattern(regexp = SeedLimits.DECIMAL) String exitShare,
    @NotNull Duration calmFor,
    @NotNull ZoneId dayZone,
    @NotNull LocalTime dayStarts) {

  /**
   * What brings an account into a tier.
   *
   * @param drawdown share of the highest equity, such as 0.1
   * @param dailyLoss share of the day's opening equity
   * @param consecutiveLosses round trips in a row
   */
  public record Thresholds(
      @NotNull @Pattern(regexp = SeedLimits.DECIMAL) String drawdown,
      @NotNull @Pattern(regexp = SeedLimits.DECIMAL) String dailyLoss,
      @NotNull @Min(1) Integer consecutiveLosses) {
    private TierThresholds thresholds() {
      return new TierThresholds(Quantity.of(drawdown), Quantity.of(dailyLoss), consecutiveLosses);
    }
  }

  TierPolicy policy() {
    return new TierPolicy(
        warning.thresholds(),
        critical.thresholds(),
        emergency.thresholds(),
        Quantity.of(warningSize),
        Quantity.of(exitShare),
        calmFor,
        dayZone,
        dayStarts);
  }
}
