package io.palmyra.backtest;

import io.palmyra.backtest.history.CsvImport;
import io.palmyra.backtest.history.ImportReport;
import io.palmyra.backtest.history.ImportReport.Gap;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.cli.ImportOptions;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.json.JsonMapper;

/** The program behind {@code palmyra import}. */
@Command(name = ImportOptions.NAME, description = ImportOptions.DESCRIPTION)
public final class ImportHistory implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Mixin ImportOptions options = new ImportOptions();

  private final PrintStream out;

  ImportHistory(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) {
    return Programs.run(new ImportHistory(out), arguments);
  }

  @Override
  public Integer call() {
    if (!Files.isRegularFile(options.file())) {
      throw LocalFailure.refused(
          "FILE is '" + options.file() + "'; allowed: a file that can be read");
    }
    ImportReport report =
        CsvImport.read(options.file(), options.zone(), options.timeFormat()).report();
    if (options.json()) {
      out.println(
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      tell(report);
    }
    return options.strict() && !report.rejected().isEmpty() ? 1 : 0;
  }

  private void tell(ImportReport report) {
    out.println(report.file() + "  sha256 " + report.sha256());
    out.println("columns   " + report.columns() + ", times as " + report.timeFormat());
    out.printf(
        "rows      %d read, %d taken, %d rejected%s%n",
        report.rows(),
        report.taken(),
        report.rejected().size(),
        report.newestFirst() ? "; newest first" : "");
    out.printf(
        "bars      %s to %s, each %s; prices with %d decimals%n",
        report.first(), report.last(), report.interval(), report.priceScale());
    report
        .byReason()
        .forEach((reason, count) -> out.printf("rejected  %5d  %s%n", count, reason.meaning()));
    some(report.rejected(), each -> "          line " + each.line() + ": " + each.row());
    if (report.volumesRounded() > 0) {
      out.printf("rounded   %5d  volumes, to 8 decimals%n", report.volumesRounded());
    }
    out.printf("missing   %d bars in %d gaps%n", report.missing(), report.gaps().size());
    some(largest(report.gaps()), ImportHistory::line);
  }

  private static String line(Gap gap) {
    return "          %d from %s to %s".formatted(gap.missing(), gap.from(), gap.to());
  }

  private static List<Gap> largest(List<Gap> gaps) {
    return gaps.stream()
        .sorted(java.util.Comparator.comparingLong(Gap::missing).reversed())
        .toList();
  }

  private <T> void some(List<T> all, java.util.function.Function<T, String> text) {
    all.stream().limit(SHOWN).map(text).forEach(out::println);
    if (all.size() > SHOWN) {
      out.println("          and " + (all.size() - SHOWN) + " more: --json tells all");
    }
  }
}
