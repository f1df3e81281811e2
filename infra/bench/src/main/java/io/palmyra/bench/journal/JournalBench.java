package io.palmyra.bench.journal;

import io.palmyra.bench.Figures;
import io.palmyra.bench.orders.CommitFloor;
import io.palmyra.bench.orders.Pace;
import io.palmyra.bench.suite.ConsoleProgress;
import io.palmyra.bench.suite.WholeNumber;
import io.palmyra.local.server.LocalServers;
import io.palmyra.local.server.Ports;
import io.palmyra.local.server.ServerSet;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How many orders a second execution's journal takes by itself, one in each commit and a hundred in
 * each, against what the same database commits alone: floor, journal, floor in each round.
 */
@Command(
    name = "journal",
    description = "Execution's journal of orders by itself, against the database's own rate.",
    mixinStandardHelpOptions = true)
public final class JournalBench implements Callable<Integer> {
  private static final double SINGLE_SHARE = 0.6;
  private static final double BATCH_SHARE = 0.5;
  private static final double P99_TIMES = 3;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--rounds",
      description = "Measured after a cold one (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(names = "--seconds", description = "Of each measurement (default: ${DEFAULT-VALUE}).")
  private int seconds = 5;

  /** What one round measured. */
  private record Round(Pace floor, Pace journal) {
    double share() {
      return journal.rowsASecond() / floor.rowsASecond();
    }

    double slower() {
      return journal.commits().p99() / floor.commits().p99();
    }
  }

  @Override
  public Integer call() throws IOException {
    WholeNumber.require(spec, "--rounds", rounds);
    WholeNumber.require(spec, "--seconds", seconds);
    try (ServerSet servers =
            LocalServers.start(
                Files.createTempDirectory("palmyra-bench"), Ports.random(), new ConsoleProgress());
        var journal = new MeasuredJournal(servers)) {
      var floor = new CommitFloor(servers);
      Round single = measure("one order in each commit", 1, floor, journal);
      Round batch = measure("a hundred orders in each commit", CommitFloor.BATCH, floor, journal);
      journal.requireWhole();
      boolean reached =
          single.share() >= SINGLE_SHARE
              && single.slower() <= P99_TIMES
              && batch.share() >= BATCH_SHARE;
      System.out.printf(
          Locale.ROOT,
          "%s: one by one %.2f of the floor (target %.1f), p99 %.1f times (at most %.0f);"
              + " by the hundred %.2f (target %.1f)%n",
          reached ? "Reached" : "Missed",
          single.share(),
          SINGLE_SHARE,
          single.slower(),
          P99_TIMES,
          batch.share(),
          BATCH_SHARE);
      return reached ? 0 : 1;
    }
  }

  private Round measure(String what, int rows, CommitFloor floor, MeasuredJournal journal) {
    System.out.println(what);
    Duration length = Duration.ofSeconds(seconds);
    var measured = new ArrayList<Round>();
    for (int round = 0; round <= rounds; round++) {
      Pace before = floor.measure(rows, length);
      Pace product = Pace.of(rows, length, () -> journal.next(rows));
      Pace after = floor.measure(rows, length);
      var found = new Round(Pace.median(List.of(before, after)), product);
      System.out.printf(
          Locale.ROOT,
          "  %-8s floor %8.0f rows/s, journal %8.0f orders/s, %.2f of it%n",
          round == 0 ? "cold" : "round " + round,
          found.floor().rowsASecond(),
          found.journal().rowsASecond(),
          found.share());
      if (round > 0) {
        measured.add(found);
      }
    }
    var all =
        new Round(
            Pace.median(measured.stream().map(Round::floor).toList()),
            Pace.median(measured.stream().map(Round::journal).toList()));
    System.out.println(Figures.head());
    System.out.println(all.floor().commits().row("a commit of the floor"));
    System.out.println(all.journal().commits().row("a commit of the journal"));
    System.out.println();
    return all;
  }
}
