package io.palmyra.local.suite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Limits of the paper account so wide that nothing but what is tested or measured stands in an
 * order's way.
 */
public final class WideLimits {
  private static final Map<String, String> WIDE =
      Map.ofEntries(
          Map.entry("account", "paper"),
          Map.entry("price-collar", "0.05"),
          Map.entry("maximum-order-quantity", "10000000"),
          Map.entry("maximum-order-value", "100000000"),
          Map.entry("maximum-position", "20000000"),
          Map.entry("maximum-position-value", "200000000"),
          Map.entry("stale-price-after", "1h"),
          Map.entry("duplicate-window", "0s"),
          Map.entry("risk-fraction", "0.005"),
          Map.entry("maximum-gross-exposure", "200000000"),
          Map.entry("maximum-net-exposure", "200000000"),
          Map.entry("maximum-strategy-exposure", "200000000"),
          Map.entry("maximum-margin-use", "10"),
          Map.entry("messages-per-second", "10000"),
          Map.entry("account-messages-per-second", "10000"),
          Map.entry("maximum-repeats", "1000000"),
          Map.entry("repeat-window", "1m"),
          Map.entry("price-walk", "0.5"),
          Map.entry("walk-window", "1m"),
          Map.entry("tiers.warning.drawdown", "0.98"),
          Map.entry("tiers.warning.daily-loss", "0.98"),
          Map.entry("tiers.warning.consecutive-losses", "1000000"),
          Map.entry("tiers.critical.drawdown", "0.98"),
          Map.entry("tiers.critical.daily-loss", "0.98"),
          Map.entry("tiers.critical.consecutive-losses", "1000000"),
          Map.entry("tiers.emergency.drawdown", "0.98"),
          Map.entry("tiers.emergency.daily-loss", "0.98"),
          Map.entry("tiers.emergency.consecutive-losses", "1000000"),
          Map.entry("tiers.warning-size", "0.5"),
          Map.entry("tiers.exit-share", "0.8"),
          Map.entry("tiers.calm-for", "10m"),
          Map.entry("tiers.day-zone", "America/New_York"),
          Map.entry("tiers.day-starts", "17:00"));

  private WideLimits() {}

  /** Settings of risk that give the account these limits, some of them otherwise. */
  public static List<String> but(Map<String, String> otherwise) {
    Map<String, String> limits = new TreeMap<>(WIDE);
    limits.putAll(otherwise);
    return limits.entrySet().stream()
        .map(limit -> "palmyra.risk.seed-limits[0]." + limit.getKey() + "=" + limit.getValue())
        .toList();
  }
}
