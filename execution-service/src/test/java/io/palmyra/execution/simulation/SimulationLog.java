package io.palmyra.execution.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

/** Keeps execution's log out of thousands of runs, unless somebody looks for a cause. */
final class SimulationLog {
  private SimulationLog() {}

  static void quiet(boolean quiet) {
    boolean wanted = Boolean.getBoolean("simulation.log");
    ((Logger) LoggerFactory.getLogger("io.palmyra.execution"))
        .setLevel(quiet && !wanted ? Level.OFF : null);
  }
}
