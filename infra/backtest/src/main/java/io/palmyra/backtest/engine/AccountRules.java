package io.palmyra.backtest.engine;

import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.risk.protection.Protection;
import io.palmyra.core.risk.protection.ProtectionPolicy;
import io.palmyra.core.risk.sizing.Sizing;
import io.palmyra.core.risk.tier.TierPolicy;
import io.palmyra.core.risk.tier.TierThresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account is ruled by besides its limits, as in live trading.
 *
 * @param sizing of entries
 * @param tiers by its losses, null for none
 * @param protection of its positions
 */
public record AccountRules(Sizing sizing, @Nullable TierPolicy tiers, ProtectionPolicy protection) {
  /** Entries risk a fixed fraction; no tiers, no protection. */
  public static final AccountRules PLAIN =
      new AccountRules(new Sizing.FixedFraction(), null, ProtectionPolicy.NONE);

  /**
   * @throws IllegalArgumentException if a stop of the whole account has no tiers to measure it
   */
  public AccountRules {
    if (tiers == null && protection.portfolioStop() != null) {
      throw new IllegalArgumentException(
          "portfolioStop is "
              + protection.portfolioStop()
              + "; allowed: none without tiers, which measure the account's highest equity");
    }
  }

  /** The same, if it can be had of bars of a length. */
  AccountRules fitting(Duration bar) {
    if (sizing instanceof Sizing.VolatilityTarget target && !target.interval().equals(bar)) {
      throw new IllegalArgumentException(
          "interval of the average true range is " + target.interval() + "; allowed: " + bar);
    }
    return this;
  }

  boolean protectsPositions() {
    return !protection.position().equals(Protection.NONE) || !protection.instruments().isEmpty();
  }

  /** Each in words, for reports. */
  public Map<String, String> inWords() {
    var words = new LinkedHashMap<String, String>();
    words.put("sizing", sized());
    words.put("tiers", tiers == null ? "none" : tiered(tiers));
    words.put("protection", guarded());
    return words;
  }

  private String sized() {
    return switch (sizing) {
      case Sizing.FixedFraction _ -> "the limits' fraction of equity is lost at an entry's stop";
      case Sizing.VolatilityTarget target ->
          "that fraction is lost over %s average true ranges of %d bars"
              .formatted(target.multiple(), target.period());
      case Sizing.CappedKelly kelly ->
          "%s of Kelly's fraction by the last %d round trips or more, %s before"
              .formatted(kelly.share(), kelly.minimumTrips(), kelly.startFraction());
    };
  }

  private static String tiered(TierPolicy policy) {
    return "warning at %s; critical at %s; emergency at %s, which nobody lifts"
        .formatted(
            thresholds(policy.warning()),
            thresholds(policy.critical()),
            thresholds(policy.emergency()));
  }

  private static String thresholds(TierThresholds at) {
    return "a drawdown of %s, %s lost in a day, or %d losses in a row"
        .formatted(at.drawdown(), at.dailyLoss(), at.consecutiveLosses());
  }

  private String guarded() {
    Protection each = protection.position();
    var parts = new ArrayList<String>();
    add(parts, "stop loss", each.stopLoss());
    add(parts, "take profit", each.takeProfit());
    add(parts, "trailing stop", each.trailingStop());
    add(parts, "stop of the whole account", protection.portfolioStop());
    return parts.isEmpty()
        ? "none"
        : String.join(", ", parts)
            + "; within a bar a loss comes before a profit, at its open where that lies beyond";
  }

  private static void add(List<String> parts, String name, @Nullable Quantity share) {
    if (share != null) {
      parts.add(name + " " + share);
    }
  }
}
