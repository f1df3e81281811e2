package io.palmyra.bench.suite;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Counts and lengths that a benchmark is told. */
public final class WholeNumber {
  private WholeNumber() {}

  /**
   * Refuses what is not above 0.
   *
   * @throws ParameterException naming the option and the value
   */
  public static void require(CommandSpec spec, String option, int value) {
    if (value < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " " + value + " is not a whole number above 0");
    }
  }
}
