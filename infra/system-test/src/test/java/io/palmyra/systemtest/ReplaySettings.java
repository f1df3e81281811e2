package io.palmyra.systemtest;

import io.palmyra.local.suite.SuiteOptions;
import java.nio.file.Path;
import java.util.List;

/** One strategy on the replayed instrument, at a pace that the test can halt in the middle of. */
final class ReplaySettings {
  private ReplaySettings() {}

  static SuiteOptions of(SuiteOptions options, Path feed) {
    return options
        .replaying(feed, "400")
        .with(
            "strategy",
            List.of(
                "palmyra.strategy.seed[0].id=sma-eurusd",
                "palmyra.strategy.seed[0].type=sma-cross",
                "palmyra.strategy.seed[0].account=paper",
                "palmyra.strategy.seed[0].instrument=EURUSD.OANDA"));
  }
}
