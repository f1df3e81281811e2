package io.palmyra.platform.sample;

import io.palmyra.testing.architecture.ArchitectureTests;

class PlatformArchitectureTests extends ArchitectureTests {
  PlatformArchitectureTests() {
    super("io.palmyra.platform");
  }
}
