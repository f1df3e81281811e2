package io.palmyra.backtest;

import io.palmyra.backtest.search.Axis;
import io.palmyra.backtest.search.Ground;
import io.palmyra.backtest.search.Manifest;
import io.palmyra.backtest.search.SearchPlan;
import io.palmyra.backtest.walk.WalkForward;
import io.palmyra.backtest.walk.WalkForwardFiles;
import io.palmyra.backtest.walk.WalkForwardReport;
import io.palmyra.backtest.walk.Walked;
import io.palmyra.backtest.walk.Window;
import io.palmyra.local.cli.WalkForwardOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program behind {@code palmyra walk-forward}. */
@Command(name = WalkForwardOptions.NAME, description = WalkForwardOptions.DESCRIPTION)
public final class RunWalkForward implements Callable<Integer> {
  private static final int MOST_WINDOWS = 1000;

  @Mixin WalkForwardOptions options = new WalkForwardOptions();

  private final PrintStream out;

  RunWalkForward(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(Programs.run(new RunWalkForward(System.out), arguments));
  }

  @Override
  public Integer call() throws IOException {
    var given = new GivenSearch(options.search());
    SearchPlan plan = given.plan();
    Ground ground = given.ground();
    List<Window> windows = windows(ground.bars().size());
    Path directory = options.search().out();
    Manifest manifest = manifest(given.facts());
    manifest.claim(directory);
    Walked walked;
    try (var workers = given.workers()) {
      int most = plan.search().most(plan.space()) * windows.size();
      walked =
          new WalkForward(ground, plan, workers, directory, windows.getFirst().split())
              .over(windows, Programs.progress(most));
    }
    WalkForwardReport report =
        WalkForwardReport.of(manifest, plan.goal().objective().text(), walked, ground.inWords());
    WalkForwardFiles.write(
        directory, report, walked, plan.space().axes().stream().map(Axis::name).toList());
    if (options.search().json()) {
      out.println(report.json());
    } else {
      report.tell(out);
      out.println();
      out.println("walk-forward.html, report.json, windows.csv and equity.csv are in " + directory);
    }
    return 0;
  }

  private List<Window> windows(int bars) {
    int inSample = options.inSample();
    int outOfSample = options.outOfSample();
    if (inSample < 2 || inSample >= bars) {
      throw Programs.wrong("--in-sample", inSample, "2 to " + (bars - 1) + " of these bars");
    }
    int unseen = bars - inSample;
    int least = (unseen + MOST_WINDOWS - 1) / MOST_WINDOWS;
    if (outOfSample < least || outOfSample > unseen) {
      throw Programs.wrong(
          "--out-of-sample", outOfSample, least + " to " + unseen + " of these bars");
    }
    return Window.of(bars, inSample, outOfSample, options.anchored());
  }

  private Manifest manifest(Map<String, String> facts) {
    facts.put("in sample", "" + options.inSample());
    facts.put("out of sample", "" + options.outOfSample());
    facts.put("windows", options.anchored() ? "anchored" : "rolling");
    return new Manifest(facts);
  }
}
