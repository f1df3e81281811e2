package io.palmyra.execution;

import io.palmyra.testing.architecture.ArchitectureTests;

class ExecutionArchitectureTests extends ArchitectureTests {
  ExecutionArchitectureTests() {
    super("io.palmyra.execution");
  }
}
