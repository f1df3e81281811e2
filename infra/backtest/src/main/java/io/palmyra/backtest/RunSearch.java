package io.palmyra.backtest;

import io.palmyra.backtest.search.Found;
import io.palmyra.backtest.search.Manifest;
import io.palmyra.backtest.search.SearchPlan;
import io.palmyra.backtest.search.SearchReport;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.cli.OptimizeOptions;
import io.palmyra.local.cli.SearchOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program behind {@code palmyra optimize}. */
@Command(name = OptimizeOptions.NAME, description = OptimizeOptions.DESCRIPTION)
public final class RunSearch implements Callable<Integer> {
  private static final Duration LONG = Duration.ofSeconds(1);

  @Mixin OptimizeOptions options = new OptimizeOptions();

  private final PrintStream out;

  RunSearch(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(Programs.run(new RunSearch(System.out), arguments));
  }

  @Override
  public Integer call() throws IOException {
    SearchOptions search = options.search();
    var given = new GivenSearch(search);
    SearchPlan plan = given.plan();
    var manifest = new Manifest(given.facts());
    manifest.claim(search.out());
    MonotonicTime time = MonotonicTime.start();
    Found found;
    try (var workers = given.workers()) {
      found =
          plan.find(
              given.ground(),
              workers,
              search.out(),
              Programs.progress(plan.search().most(plan.space())));
    }
    if (time.passed(LONG)) {
      System.err.println("  looks at the best");
    }
    Optional<SearchReport> report =
        SearchReport.of(manifest, plan, found, given.ground(), search.seed());
    if (report.isEmpty()) {
      out.printf(
          "none of %d trials counts, see remark in trials.csv; %d points were dropped%n",
          found.outcomes().size(), found.dropped());
      return 1;
    }
    report.get().write(search.out(), plan.space(), found);
    if (search.json()) {
      out.println(report.get().json());
    } else {
      report.get().tell(out);
      out.println();
      out.println("trials.csv, heatmap.html and report.json are in " + search.out());
    }
    return 0;
  }
}
