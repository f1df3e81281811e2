package io.palmyra.systemtest.chaos;

/** Brokers of a suite on three of them. */
class BrokersIT extends StruckSuite {
  BrokersIT() {
    super(3, BrokerFaults.all(), "brokers");
  }
}
