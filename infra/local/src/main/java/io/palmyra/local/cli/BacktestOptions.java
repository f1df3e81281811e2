package io.palmyra.local.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code backtest} takes: by the command line, and by the program that it hands them to. */
public final class BacktestOptions {
  /** Name of the command. */
  public static final String NAME = "backtest";

  /** What it does. */
  public static final String DESCRIPTION =
      "Plays recorded bars to a strategy, with the decisions of live trading and a venue whose"
          + " assumptions the report tells.";

  @Mixin SetupOptions setup = new SetupOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where report.html, report.json, trades.csv and equity.csv go (default: nowhere).")
  @Nullable Path out;

  @Option(names = "--json", description = "Prints the report as JSON.")
  boolean json;

  @Option(
      names = "--check-lookahead",
      description =
          "Runs it on ever more of the data and compares what was decided: ends with 1 if anything"
              + " that came later changed a decision.")
  boolean checkLookahead;

  @Option(
      names = "--check-warm-up",
      description =
          "Has it trade after all bars before, and after no more than it asks for: ends with 1 if"
              + " it orders something else.")
  boolean checkWarmUp;

  /** Whether to look for a past that it needs and does not ask for. */
  public boolean checkWarmUp() {
    return checkWarmUp;
  }

  @Option(
      names = "--latency",
      paramLabel = "T",
      description =
          "From a decision to the venue where the data is quotes, such as PT0.05S (default:"
              + " ${DEFAULT-VALUE}).")
  Duration latency = Duration.ZERO;

  /** From a decision to the venue. */
  public Duration latency() {
    return latency;
  }

  /** What is tried on what. */
  public SetupOptions setup() {
    return setup;
  }

  /** Whether to look for decisions that know what comes later. */
  public boolean checkLookahead() {
    return checkLookahead;
  }

  /** Where files go, null for nowhere. */
  public @Nullable Path out() {
    return out;
  }

  /** Whether the report is wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** The same as arguments again, paths against the directory where the command was given. */
  List<String> arguments() {
    var arguments = new ArrayList<>(setup.arguments());
    SetupOptions.add(arguments, "--out=", out == null ? null : out.toAbsolutePath().normalize());
    if (json) {
      arguments.add("--json");
    }
    arguments.add("--latency=" + latency);
    if (checkLookahead) {
      arguments.add("--check-lookahead");
    }
    if (checkWarmUp) {
      arguments.add("--check-warm-up");
    }
    return arguments;
  }
}
