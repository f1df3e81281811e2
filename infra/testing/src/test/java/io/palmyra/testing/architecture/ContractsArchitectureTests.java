package io.palmyra.testing.architecture;

class ContractsArchitectureTests extends ArchitectureTests {
  ContractsArchitectureTests() {
    super("io.palmyra.contracts");
  }
}
