package io.palmyra.local.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is searched for, where and how: shared by {@code optimize} and {@code walk-forward}. */
public final class SearchOptions {
  @Mixin SetupOptions setup = new SetupOptions();

  @Option(
      names = "--over",
      paramLabel = "NAME=VALUES",
      required = true,
      description =
          "A parameter and what is tried of it: FROM..TO:STEP (whole numbers: FROM..TO serves), or"
              + " a,b,c. Once for each parameter.")
  List<String> over = new ArrayList<>();

  @Option(
      names = "--search",
      paramLabel = "HOW",
      description =
          "grid tries all, random some of them, evolution goes where it was good (default:"
              + " ${DEFAULT-VALUE}).")
  String search = "grid";

  @Option(
      names = "--trials",
      paramLabel = "N",
      description = "Most that random and evolution try (default: 200).")
  @Nullable Integer trials;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of all chance: the same gives the same (default: ${DEFAULT-VALUE}).")
  long seed = 1;

  @Option(
      names = "--objective",
      paramLabel = "FIGURE",
      description =
          "What is made as great as can be: sharpe, sortino, calmar, profit, profit-factor,"
              + " win-rate, drawdown (the least one) (default: ${DEFAULT-VALUE}).")
  String objective = "sharpe";

  @Option(
      names = "--min-trades",
      paramLabel = "N",
      description = "A trial with fewer is never the best (default: ${DEFAULT-VALUE}).")
  int minimumTrades = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Trials at once; changes no result (default: one for each core).")
  @Nullable Integer threads;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Where the files go. The same command again goes on where it was interrupted.")
  Path out = Path.of(".");

  @Option(names = "--json", description = "Prints the report as JSON.")
  boolean json;

  /** What is tried on what. */
  public SetupOptions setup() {
    return setup;
  }

  /** Parameters and what is tried of them, as given. */
  public List<String> over() {
    return over;
  }

  /** How it is searched. */
  public String search() {
    return search;
  }

  /** Most trials, null where nothing is said. */
  public @Nullable Integer trials() {
    return trials;
  }

  /** Seed of all chance. */
  public long seed() {
    return seed;
  }

  /** What is made as great as can be. */
  public String objective() {
    return objective;
  }

  /** Least number of trades of the best. */
  public int minimumTrades() {
    return minimumTrades;
  }

  /** Trials at once, null for one a core. */
  public @Nullable Integer threads() {
    return threads;
  }

  /** Where files go. */
  public Path out() {
    return out;
  }

  /** Whether the report is wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** The same as arguments again, paths against the directory where the command was given. */
  List<String> arguments() {
    var arguments = new ArrayList<>(setup.arguments());
    over.forEach(each -> arguments.add("--over=" + each));
    arguments.add("--search=" + search);
    SetupOptions.add(arguments, "--trials=", trials);
    arguments.add("--seed=" + seed);
    arguments.add("--objective=" + objective);
    arguments.add("--min-trades=" + minimumTrades);
    SetupOptions.add(arguments, "--threads=", threads);
    arguments.add("--out=" + out.toAbsolutePath().normalize());
    if (json) {
      arguments.add("--json");
    }
    return arguments;
  }
}
