package io.palmyra.userstrategy;

import io.palmyra.testing.architecture.ArchitectureTests;

/** The rules that hold everywhere. */
class UserStrategyArchitectureTests extends ArchitectureTests {
  UserStrategyArchitectureTests() {
    super("io.palmyra.userstrategy");
  }
}
