package io.palmyra.core.risk.tier;

import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When an account enters and leaves its tiers.
 *
 * @param warning smaller sizes from here on
 * @param critical only reductions from here on
 * @param emergency halted from here on, all orders canceled, until a person lifts the halt
 * @param warningSize share of their size that entries have under WARNING, above 0, at most 1
 * @param exitShare share of a tier's thresholds below which every measure must be before it can be
 *     left, above 0, at most 1
 * @param calmFor how long every measure must have been there, in market time; zero or more
 * @param dayZone in which the day is meant
 * @param dayStarts when it begins
 */
public record TierPolicy(
    TierThresholds warning,
    TierThresholds critical,
    TierThresholds emergency,
    Quantity warningSize,
    Quantity exitShare,
    Duration calmFor,
    ZoneId dayZone,
    LocalTime dayStarts) {
  public TierPolicy {
    if (!warning.atMost(critical) || !critical.atMost(emergency)) {
      throw new IllegalArgumentException(
          "thresholds must not fall from warning over critical to emergency");
    }
    requireShare("warningSize", warningSize);
    requireShare("exitShare", exitShare);
    if (calmFor.isNegative()) {
      throw new IllegalArgumentException("calmFor " + calmFor + " is below zero");
    }
  }

  TierThresholds of(RiskTier tier) {
    return switch (tier) {
      case NORMAL, WARNING -> warning;
      case CRITICAL -> critical;
      case EMERGENCY -> emergency;
    };
  }

  /** Share of their size that entries have in a tier. */
  public Quantity sizeIn(RiskTier tier) {
    return tier == RiskTier.NORMAL ? Quantity.ONE : warningSize;
  }

  LocalDate dayOf(Instant moment) {
    return moment.atZone(dayZone).minus(Duration.between(LocalTime.MIN, dayStarts)).toLocalDate();
  }

  private static void requireShare(String name, Quantity share) {
    if (share.signum() <= 0 || share.compareTo(Quantity.ONE) > 0) {
      throw new IllegalArgumentException(name + " " + share + " is not above 0 and at most 1");
    }
  }
}
