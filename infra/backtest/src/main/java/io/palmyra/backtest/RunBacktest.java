package io.palmyra.backtest;

import io.palmyra.backtest.engine.Backtest;
import io.palmyra.backtest.engine.LookaheadCheck;
import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.engine.Setup;
import io.palmyra.backtest.engine.TickBacktest;
import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.ImportReport;
import io.palmyra.backtest.history.TickImport;
import io.palmyra.backtest.history.Ticks;
import io.palmyra.backtest.report.Report;
import io.palmyra.backtest.report.ReportFiles;
import io.palmyra.backtest.search.WarmUpCheck;
import io.palmyra.local.cli.BacktestOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The program behind {@code palmyra backtest}. */
@Command(name = BacktestOptions.NAME, description = BacktestOptions.DESCRIPTION)
public final class RunBacktest implements Callable<Integer> {
  @Mixin BacktestOptions options = new BacktestOptions();

  private final PrintStream out;

  RunBacktest(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(Programs.run(new RunBacktest(System.out), arguments));
  }

  @Override
  public Integer call() throws IOException {
    return TickImport.isQuotes(options.setup().data()) ? playQuotes() : playBars();
  }

  private int playBars() throws IOException {
    if (!options.latency().isZero()) {
      throw Programs.wrong("--latency", options.latency(), "PT0S with bars");
    }
    var given = new GivenSetup(options.setup());
    Bars bars = given.bars();
    if (options.checkLookahead()) {
      return checked(LookaheadCheck.of(given::over, bars, Programs.progress(LookaheadCheck.CUTS)));
    }
    if (options.checkWarmUp()) {
      return checked(
          WarmUpCheck.of(
              given.ground(), given.parameters(), Programs.progress(WarmUpCheck.BEGINS)));
    }
    Result result = Backtest.run(given.over(bars), Programs.progress(bars.size()));
    return told(result, given.imported().report());
  }

  private int playQuotes() throws IOException {
    if (options.checkWarmUp()) {
      throw Programs.wrong("--data", options.setup().data(), "bars, with --check-warm-up");
    }
    var given = new GivenQuotes(options.setup());
    Ticks ticks = given.ticks();
    if (options.checkLookahead()) {
      return checked(
          LookaheadCheck.ofQuotes(
              some -> given.setup(some, options.latency()),
              ticks,
              Programs.progress(LookaheadCheck.CUTS)));
    }
    Setup setup = given.setup(options.latency());
    return told(TickBacktest.run(setup, ticks, Programs.progress(ticks.size())), given.report());
  }

  private int told(Result result, ImportReport read) throws IOException {
    Report report = Report.of(result, read);
    if (options.out() != null) {
      ReportFiles.write(options.out(), report, result);
    }
    if (options.json()) {
      out.println(ReportFiles.json(report));
    } else {
      report.tell(out);
    }
    return 0;
  }

  private int checked(LookaheadCheck.Found found) {
    out.println(found.inWords());
    return found.clean() ? 0 : 1;
  }

  private int checked(WarmUpCheck.Found found) {
    out.println(found.inWords());
    return found.clean() ? 0 : 1;
  }
}
