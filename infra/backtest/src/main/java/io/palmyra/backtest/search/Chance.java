package io.palmyra.backtest.search;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance that is the same for the same seed, by an algorithm that the JDK names. */
final class Chance {
  private static final String ALGORITHM = "L64X128MixRandom";

  private Chance() {}

  static RandomGenerator of(long seed) {
    return RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }
}
