package io.palmyra.backtest.walk;

import io.palmyra.backtest.search.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes a walk and what it stands on into a directory. */
public final class WalkForwardFiles {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  private WalkForwardFiles() {}

  /**
   * Writes {@code walk-forward.html}, {@code report.json}, {@code windows.csv} and {@code
   * equity.csv}.
   *
   * @param parameters names of those that are chosen
   */
  public static void write(
      Path directory, WalkForwardReport report, Walked walked, List<String> parameters)
      throws IOException {
    Files.writeString(directory.resolve("report.json"), report.json());
    Files.writeString(
        directory.resolve("walk-forward.html"), WalkForwardPage.of(report, walked, parameters));
    try (var windows = csv(directory.resolve("windows.csv"))) {
      windows.printRecord(header(parameters));
      for (Step step : walked.steps()) {
        windows.printRecord(row(step, parameters));
      }
    }
    try (var equity = csv(directory.resolve("equity.csv"))) {
      equity.printRecord("time", "equity");
      for (Walked.Moment moment : walked.equity()) {
        equity.printRecord(moment.time(), moment.equity());
      }
    }
  }

  private static CSVPrinter csv(Path file) throws IOException {
    return new CSVPrinter(Files.newBufferedWriter(file), FORMAT);
  }

  private static List<String> header(List<String> parameters) {
    var header = new ArrayList<>(List.of("window", "from", "split", "to", "trials"));
    header.addAll(parameters);
    header.addAll(
        List.of(
            "inSampleObjective",
            "outOfSampleObjective",
            "inSampleAnnualReturn",
            "outOfSampleAnnualReturn",
            "trades",
            "cash",
            "equity",
            "openAtTheEnd",
            "hash"));
    return header;
  }

  private static List<String> row(Step step, List<String> parameters) {
    Outcome chosen = step.chosen();
    Outcome traded = step.traded();
    var row = new ArrayList<>(List.of("" + step.number(), step.from(), step.split(), step.to()));
    row.add("" + step.trials());
    for (String name : parameters) {
      row.add(chosen == null ? "" : chosen.trial().parameters().getOrDefault(name, ""));
    }
    row.add(chosen == null ? "" : text(chosen.objective()));
    row.add(traded == null ? "" : text(traded.objective()));
    row.add(annualReturn(chosen));
    row.add(annualReturn(traded));
    row.add(traded == null ? "0" : "" + traded.metrics().trades());
    row.addAll(List.of(step.cash(), step.equity(), "" + step.openAtTheEnd()));
    row.add(traded == null ? "" : traded.hash());
    return row;
  }

  private static String annualReturn(@Nullable Outcome outcome) {
    return outcome == null ? "" : text(outcome.metrics().annualReturn());
  }

  private static String text(double figure) {
    return Double.isFinite(figure) ? Double.toString(figure) : "";
  }
}
