package io.palmyra.bench.suite;

import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.SuitePorts;
import io.palmyra.local.suite.WideLimits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        .with("risk", WideLimits.but(Map.of()));
  }
}
