package io.palmyra.gateway;

import io.palmyra.testing.architecture.ArchitectureTests;

class GatewayArchitectureTests extends ArchitectureTests {
  GatewayArchitectureTests() {
    super("io.palmyra.gateway");
  }
}
