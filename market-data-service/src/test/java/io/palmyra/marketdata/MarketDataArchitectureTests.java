package io.palmyra.marketdata;

import io.palmyra.testing.architecture.ArchitectureTests;

class MarketDataArchitectureTests extends ArchitectureTests {
  MarketDataArchitectureTests() {
    super("io.palmyra.marketdata");
  }
}
