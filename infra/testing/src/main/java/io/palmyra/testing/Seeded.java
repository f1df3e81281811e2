package io.palmyra.testing;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Runs a property over many random inputs, each from a seed of its own, and names the seed that
 * breaks it. {@code -Dtest.seed=N} runs that one alone.
 */
public final class Seeded {
  private static final String ONLY = "test.seed";

  private Seeded() {}

  /** A property of one random input. */
  @FunctionalInterface
  public interface Property {
    /** Throws if the property does not hold. */
    void check(RandomGenerator random) throws Exception;
  }

  /** Checks the property with the seeds from 1 to {@code seeds}. */
  public static void run(int seeds, Property property) {
    Long only = Long.getLong(ONLY);
    if (only != null) {
      check(only, property);
      return;
    }
    for (long seed = 1; seed <= seeds; seed++) {
      check(seed, property);
    }
  }

  private static void check(long seed, Property property) {
    try {
      property.check(new SplittableRandom(seed));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "broken with seed "
              + seed
              + " (run it alone with -D"
              + ONLY
              + "="
              + seed
              + "): "
              + e.getMessage(),
          e);
    }
  }
}
