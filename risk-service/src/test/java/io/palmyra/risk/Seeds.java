package io.palmyra.risk;

import io.palmyra.contracts.id.AccountId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** First limits of an account, wide enough that a test need not think of them. */
final class Seeds {
  private static final String LIMITS =
      """
      price-collar=0.05
      maximum-order-quantity=1000000
      maximum-order-value=1000000
      maximum-position=1000000
      maximum-position-value=1000000
      stale-price-after=60s
      duplicate-window=0s
      risk-fraction=0.01
      maximum-gross-exposure=1000000
      maximum-net-exposure=1000000
      maximum-strategy-exposure=1000000
      maximum-margin-use=10
      messages-per-second=1000
      account-messages-per-second=1000
      maximum-repeats=100
      repeat-window=1m
      price-walk=0.5
      walk-window=1m
      tiers.warning.drawdown=0.05
      tiers.warning.daily-loss=0.04
      tiers.warning.consecutive-losses=10
      tiers.critical.drawdown=0.1
      tiers.critical.daily-loss=0.08
      tiers.critical.consecutive-losses=20
      tiers.emergency.drawdown=0.2
      tiers.emergency.daily-loss=0.15
      tiers.emergency.consecutive-losses=40
      tiers.warning-size=0.5
      tiers.exit-share=0.8
      tiers.calm-for=1s
      tiers.day-zone=America/New_York
      tiers.day-starts=17:00
      """;

  private Seeds() {}

  static Map<String, String> of(int number, AccountId account) {
    String seed = "palmyra.risk.seed-limits[" + number + "].";
    var settings = new HashMap<String, String>();
    settings.put(seed + "account", account.value());
    LIMITS
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(pair -> settings.put(seed + pair[0], pair[1]));
    return settings;
  }

  /** The same limits as a change over REST, with one quantity of its own. */
  static String limits(String orderQuantity, String reason, @Nullable Integer version) {
    return limits(orderQuantity, reason, version, "{}");
  }

  static String limits(
      String orderQuantity, String reason, @Nullable Integer version, String protection) {
    return """
    {"reason":"%s",%s"protection":%s,"priceCollar":"0.05","maximumOrderQuantity":"%s",
     "maximumOrderValue":"1000000","maximumPosition":"1000000",
     "maximumPositionValue":"1000000","stalePriceAfter":"PT60S","duplicateWindow":"PT0S",
     "riskFraction":"0.01","exposure":{"maximumGross":"1000000","maximumNet":"1000000",
      "maximumStrategyGross":"1000000","maximumMarginUse":"10"},
     "tiers":{"warning":{"drawdown":"0.05","dailyLoss":"0.04","consecutiveLosses":10},
      "critical":{"drawdown":"0.1","dailyLoss":"0.08","consecutiveLosses":20},
      "emergency":{"drawdown":"0.2","dailyLoss":"0.15","consecutiveLosses":40},
      "warningSize":"0.5","exitShare":"0.8","calmFor":"PT1S","dayZone":"America/New_York",
      "dayStarts":"17:00"},
     "flow":{"messagesPerSecond":1000,"accountMessagesPerSecond":1000,"maximumRepeats":1000,
      "repeatWindow":"PT1M","priceWalk":"0.5","walkWindow":"PT1M"},"instruments":{"GBPUSD.SIM":{"maximumOrderQuantity":"1000"}}}
    """
        .formatted(
            reason,
            version == null ? "" : "\"version\":" + version + ",",
            protection,
            orderQuantity);
  }
}
