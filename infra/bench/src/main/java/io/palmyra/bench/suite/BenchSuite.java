package io.palmyra.bench.suite;

import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.SuitePorts;
import java.nio.file.Path;
import java.util.List;

/**
 * The suite as benchmarks of the way of an order run it: one strategy that orders at every
 * so-manieth tick of a replay.
 */
public final class BenchSuite {
  private BenchSuite() {}

  /** How the suite is run. */
  public static SuiteOptions options(SuiteHome home, Path feed, int orderEvery) {
    return SuiteOptions.of(home, SuitePorts.random())
        .replaying(feed, "1")
        .leftAlone()
        .with(
            "strategy",
            List.of(
                "palmyra.strategy.signal-validity=1h",
                "palmyra.strategy.seed[0].id=every-tick",
                "palmyra.strategy.seed[0].type=every-tick",
                "palmyra.strategy.seed[0].account=paper",
                "palmyra.strategy.seed[0].instrument=EURUSD.OANDA",
                "palmyra.strategy.seed[0].parameters.every=" + orderEvery))
        .with(
            "risk",
            List.of(
                "palmyra.risk.seed-limits[0].account=paper",
                "palmyra.risk.seed-limits[0].price-collar=0.05",
                "palmyra.risk.seed-limits[0].maximum-order-quantity=10000000",
                "palmyra.risk.seed-limits[0].maximum-order-value=100000000",
                "palmyra.risk.seed-limits[0].maximum-position=20000000",
                "palmyra.risk.seed-limits[0].maximum-position-value=200000000",
                "palmyra.risk.seed-limits[0].stale-price-after=1h",
                // The same order at every second tick is what is measured, not a mistake.
                "palmyra.risk.seed-limits[0].duplicate-window=0s",
                "palmyra.risk.seed-limits[0].risk-fraction=0.005",
                "palmyra.risk.seed-limits[0].maximum-gross-exposure=200000000",
                "palmyra.risk.seed-limits[0].maximum-net-exposure=200000000",
                "palmyra.risk.seed-limits[0].maximum-strategy-exposure=200000000",
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
