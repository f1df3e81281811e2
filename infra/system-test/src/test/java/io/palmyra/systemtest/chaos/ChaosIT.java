package io.palmyra.systemtest.chaos;

/** Every process, link and surrounding of a suite on one broker. */
class ChaosIT extends StruckSuite {
  ChaosIT() {
    super(1, Faults.all(), "");
  }
}
