package io.palmyra.local.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code walk-forward} takes: by the command line, and by the program that it hands it to. */
public final class WalkForwardOptions {
  /** Name of the command. */
  public static final String NAME = "walk-forward";

  /** What it does. */
  public static final String DESCRIPTION =
      "Chooses parameters on some bars and trades them on the next ones, which the choice has not"
          + " seen, again and again over the data.";

  @Mixin SearchOptions search = new SearchOptions();

  @Option(
      names = "--in-sample",
      paramLabel = "N",
      required = true,
      description = "Bars on which parameters are chosen; with --anchored those of the first time.")
  int inSample;

  @Option(
      names = "--out-of-sample",
      paramLabel = "N",
      required = true,
      description = "Bars on which what was chosen is traded, right after them.")
  int outOfSample;

  @ArgGroup Begin begin = new Begin();

  /** Where the bars begin on which parameters are chosen; one of two. */
  static final class Begin {
    @Option(names = "--anchored", description = "Choose on all bars from the first on.")
    boolean anchored;

    @Option(names = "--rolling", description = "Choose on as many bars each time (default).")
    boolean rolling;
  }

  /** What is searched for. */
  public SearchOptions search() {
    return search;
  }

  /** Bars on which parameters are chosen. */
  public int inSample() {
    return inSample;
  }

  /** Bars on which they are traded. */
  public int outOfSample() {
    return outOfSample;
  }

  /** Whether they are always chosen on all bars from the first on. */
  public boolean anchored() {
    return begin.anchored;
  }

  /** The same as arguments again. */
  List<String> arguments() {
    var arguments = new ArrayList<>(search.arguments());
    arguments.add("--in-sample=" + inSample);
    arguments.add("--out-of-sample=" + outOfSample);
    arguments.add(begin.anchored ? "--anchored" : "--rolling");
    return arguments;
  }
}
