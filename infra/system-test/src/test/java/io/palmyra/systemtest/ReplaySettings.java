package io.palmyra.systemtest;

import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.testing.FullForm;
import java.nio.file.Path;
import java.util.List;

/**
 * One strategy on the replayed instrument, at a pace that leaves time for a halt and for deaths in
 * the middle of the day; more of them in the full form.
 */
final class ReplaySettings {
  private ReplaySettings() {}

  static SuiteOptions of(SuiteOptions options, Path feed) {
    return options
        .replaying(feed, FullForm.isWanted() ? "700" : "1500")
        .with(
            "strategy",
            List.of(
                "palmyra.strategy.seed[0].id=sma-eurusd",
                "palmyra.strategy.seed[0].type=sma-cross",
                "palmyra.strategy.seed[0].account=paper",
                "palmyra.strategy.seed[0].instrument=EURUSD.OANDA",
                "palmyra.strategy.seed[0].parameters.interval=PT1M",
                "palmyra.strategy.seed[0].parameters.fast=5",
                "palmyra.strategy.seed[0].parameters.slow=15"))
        .with(
            "risk",
            List.of(
                "palmyra.risk.seed-limits[0].account=paper",
                "palmyra.risk.seed-limits[0].price-collar=0.05",
                "palmyra.risk.seed-limits[0].maximum-order-quantity=10000000",
                "palmyra.risk.seed-limits[0].maximum-order-value=1000000",
                "palmyra.risk.seed-limits[0].maximum-position=20000000",
                "palmyra.risk.seed-limits[0].maximum-position-value=2000000",
                "palmyra.risk.seed-limits[0].stale-price-after=4h",
                "palmyra.risk.seed-limits[0].duplicate-window=0s",
                "palmyra.risk.seed-limits[0].risk-fraction=0.005",
                "palmyra.risk.seed-limits[0].maximum-gross-exposure=4000000",
                "palmyra.risk.seed-limits[0].maximum-net-exposure=4000000",
                "palmyra.risk.seed-limits[0].maximum-strategy-exposure=4000000",
                "palmyra.risk.seed-limits[0].maximum-margin-use=10",
                "palmyra.risk.seed-limits[0].messages-per-second=10000",
                "palmyra.risk.seed-limits[0].account-messages-per-second=10000",
                "palmyra.risk.seed-limits[0].maximum-repeats=1000000",
                "palmyra.risk.seed-limits[0].repeat-window=1m",
                "palmyra.risk.seed-limits[0].price-walk=0.5",
                "palmyra.risk.seed-limits[0].walk-window=1m",
                "palmyra.risk.seed-limits[0].tiers.warning.drawdown=0.98",
                "palmyra.risk.seed-limits[0].tiers.warning.daily-loss=0.98",
                "palmyra.risk.seed-limits[0].tiers.warning.consecutive-losses=1000000",
                "palmyra.risk.seed-limits[0].tiers.critical.drawdown=0.98",
                "palmyra.risk.seed-limits[0].tiers.critical.daily-loss=0.98",
                "palmyra.risk.seed-limits[0].tiers.critical.consecutive-losses=1000000",
                "palmyra.risk.seed-limits[0].tiers.emergency.drawdown=0.98",
                "palmyra.risk.seed-limits[0].tiers.emergency.daily-loss=0.98",
                "palmyra.risk.seed-limits[0].tiers.emergency.consecutive-losses=1000000",
                "palmyra.risk.seed-limits[0].tiers.warning-size=0.5",
                "palmyra.risk.seed-limits[0].tiers.exit-share=0.8",
                "palmyra.risk.seed-limits[0].tiers.calm-for=10m",
                "palmyra.risk.seed-limits[0].tiers.day-zone=America/New_York",
                "palmyra.risk.seed-limits[0].tiers.day-starts=17:00"));
  }
}
