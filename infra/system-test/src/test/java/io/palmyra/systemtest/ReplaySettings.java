package io.palmyra.systemtest;

import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.WideLimits;
import io.palmyra.testing.FullForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
            WideLimits.but(
                Map.of(
                    "maximum-order-value", "1000000",
                    "maximum-position-value", "2000000",
                    "stale-price-after", "4h",
                    "maximum-gross-exposure", "4000000",
                    "maximum-net-exposure", "4000000",
                    "maximum-strategy-exposure", "4000000")));
  }
}
