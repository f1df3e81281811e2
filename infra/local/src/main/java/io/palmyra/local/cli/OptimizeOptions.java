package io.palmyra.local.cli;

import java.util.List;
import picocli.CommandLine.Mixin;

/** What {@code optimize} takes: by the command line, and by the program that it hands them to. */
public final class OptimizeOptions {
  /** Name of the command. */
  public static final String NAME = "optimize";

  /** What it does. */
  public static final String DESCRIPTION =
      "Runs a backtest for many values of a strategy's parameters, on all cores, and tells which"
          + " were best and how far that can be trusted.";

  @Mixin SearchOptions search = new SearchOptions();

  /** What is searched for. */
  public SearchOptions search() {
    return search;
  }

  /** The same as arguments again. */
  List<String> arguments() {
    return search.arguments();
  }
}
