package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import io.palmyra.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an account enters and leaves its tiers; decimals are strings.
 *
 * @param warning smaller sizes from here on
 * @param critical only reductions from here on
 * @param emergency halted from here on, until a person lifts it
 * @param warningSize share of their size that entries have under WARNING
 * @param exitShare share of a tier's thresholds below which it can be left
 * @param calmFor how long every measure must have been below, such as PT30M
 * @param dayZone in which the day is meant
 * @param dayStarts when it begins, such as 17:00
 */
record TierPolicyBody(
    @NotNull @Valid ThresholdsBody warning,
    @NotNull @Valid ThresholdsBody critical,
    @NotNull @Valid ThresholdsBody emergency,
    @NotBlank String warningSize,
    @NotBlank String exitShare,
    @NotNull Duration calmFor,
    @NotNull ZoneId dayZone,
    @NotNull LocalTime dayStarts) {

  /** What brings an account into a tier; any one of them does. */
  record ThresholdsBody(
      @NotBlank String drawdown,
      @NotBlank String dailyLoss,
      @NotNull @Min(1) @Max(1_000_000) Integer consecutiveLosses) {
    static ThresholdsBody of(TierThresholds thresholds) {
      return new ThresholdsBody(
          thresholds.drawdown().toString(),
          thresholds.dailyLoss().toString(),
          thresholds.consecutiveLosses());
    }

    TierThresholds thresholds(String path) {
      return new TierThresholds(
          Numbers.quantity(path + "drawdown", drawdown),
          Numbers.quantity(path + "dailyLoss", dailyLoss),
          consecutiveLosses);
    }
  }

  static TierPolicyBody of(TierPolicy policy) {
    return new TierPolicyBody(
        ThresholdsBody.of(policy.warning()),
        ThresholdsBody.of(policy.critical()),
        ThresholdsBody.of(policy.emergency()),
        policy.warningSize().toString(),
        policy.exitShare().toString(),
        policy.calmFor(),
        policy.dayZone(),
        policy.dayStarts());
  }

  TierPolicy policy() {
    Quantity size = Numbers.quantity("tiers.warningSize", warningSize);
    Quantity exit = Numbers.quantity("tiers.exitShare", exitShare);
    try {
      return new TierPolicy(
          warning.thresholds("tiers.warning."),
          critical.thresholds("tiers.critical."),
          emergency.thresholds("tiers.emergency."),
          size,
          exit,
          calmFor,
          dayZone,
          dayStarts);
    } catch (IllegalArgumentException e) {
      throw Problems.invalid(
          "tiers", e.getMessage(), "thresholds that rise from tier to tier, shares at most 1");
    }
  }
}
