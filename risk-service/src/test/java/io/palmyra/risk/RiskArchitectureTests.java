package io.palmyra.risk;

import io.palmyra.testing.architecture.ArchitectureTests;

class RiskArchitectureTests extends ArchitectureTests {
  RiskArchitectureTests() {
    super("io.palmyra.risk");
  }
}
