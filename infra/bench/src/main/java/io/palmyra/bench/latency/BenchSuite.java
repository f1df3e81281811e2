package io.palmyra.bench.latency;

import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.SuitePorts;
import java.nio.file.Path;
import java.util.List;

/**
 * The suite as the latency benchmark runs it: one strategy that orders at every tick of a replay.
 */
final class BenchSuite {
  private static final String INSTRUMENT = "EURUSD.OANDA";

  private BenchSuite() {}

  static SuiteOptions options(SuiteHome home, Path feed) {
    return SuiteOptions.of(home, SuitePorts.random())
        .replaying(feed, "1")
        .with(
            "strategy",
            List.of(
                "palmyra.strategy.seed[0].id=every-tick",
                "palmyra.strategy.seed[0].type=every-tick",
                "palmyra.strategy.seed[0].account=paper",
                "palmyra.strategy.seed[0].instrument=" + INSTRUMENT));
  }
}
