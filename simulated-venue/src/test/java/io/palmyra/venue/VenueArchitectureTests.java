package io.palmyra.venue;

import io.palmyra.testing.architecture.ArchitectureTests;

class VenueArchitectureTests extends ArchitectureTests {
  VenueArchitectureTests() {
    super("io.palmyra.venue");
  }
}
