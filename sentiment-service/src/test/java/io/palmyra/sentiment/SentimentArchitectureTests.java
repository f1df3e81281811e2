package io.palmyra.sentiment;

import io.palmyra.testing.architecture.ArchitectureTests;

class SentimentArchitectureTests extends ArchitectureTests {
  SentimentArchitectureTests() {
    super("io.palmyra.sentiment");
  }
}
