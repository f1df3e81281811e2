package io.palmyra.systemtest.chaos;

import io.palmyra.local.suite.SuiteOptions;
import java.util.List;

/** The links of execution that can be spoiled: to the venue and to its database. */
final class Links implements AutoCloseable {
  private FaultProxy venue;
  private FaultProxy database;

  /** The same suite with these links in between. */
  SuiteOptions before(SuiteOptions options) {
    venue = new FaultProxy(options.ports().venueProtocol());
    database = new FaultProxy(options.ports().servers().postgres());
    return options.with(
        "execution",
        List.of(
            "palmyra.execution.simulated.port=" + venue.port(),
            "spring.datasource.url=jdbc:postgresql://127.0.0.1:" + database.port() + "/execution"));
  }

  FaultProxy venue() {
    return venue;
  }

  FaultProxy database() {
    return database;
  }

  @Override
  public void close() {
    venue.close();
    database.close();
  }
}
