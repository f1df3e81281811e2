package io.palmyra.strategy;

import io.palmyra.testing.architecture.ArchitectureTests;

/** The rules of the house, on this service. */
class StrategyArchitectureTests extends ArchitectureTests {
  StrategyArchitectureTests() {
    super("io.palmyra.strategy");
  }
}
