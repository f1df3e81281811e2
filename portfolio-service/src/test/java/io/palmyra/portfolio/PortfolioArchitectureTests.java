package io.palmyra.portfolio;

import io.palmyra.testing.architecture.ArchitectureTests;

class PortfolioArchitectureTests extends ArchitectureTests {
  PortfolioArchitectureTests() {
    super("io.palmyra.portfolio");
  }
}
