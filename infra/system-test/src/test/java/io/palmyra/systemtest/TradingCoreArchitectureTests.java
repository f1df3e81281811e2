package io.palmyra.systemtest;

import io.palmyra.testing.architecture.ArchitectureTests;

/** Stands here and not in trading-core, which is to depend on nothing, not even in its tests. */
class TradingCoreArchitectureTests extends ArchitectureTests {
  TradingCoreArchitectureTests() {
    super("io.palmyra.core");
  }
}
