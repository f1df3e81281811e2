package io.palmyra.backtest.report;

import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.history.Bars;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report and what it stands on into a directory. */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes {@code report.html}, {@code report.json}, {@code trades.csv} and {@code equity.csv}. */
  public static void write(Path directory, Report report, Result result) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("report.json"), json(report));
    Files.writeString(directory.resolve("report.html"), Html.of(report, result));
    try (var trades = csv(directory.resolve("trades.csv"))) {
      trades.printRecord(
          "side",
          "quantity",
          "entered",
          "exited",
          "entry",
          "exit",
          "profit",
          "fees",
          "worst",
          "best");
      for (Report.Line line : report.trades()) {
        trades.printRecord(
            line.side(),
            line.quantity(),
            line.entered(),
            line.exited(),
            line.entry(),
            line.exit(),
            line.profit(),
            line.fees(),
            line.worst(),
            line.best());
      }
    }
    try (var equity = csv(directory.resolve("equity.csv"))) {
      equity.printRecord("time", "equity");
      Bars bars = result.setup().bars();
      for (int i = 0; i < bars.size(); i++) {
        equity.printRecord(bars.closeTime(i), result.equity().get(i).amount());
      }
    }
  }

  /** The report as JSON. */
  public static String json(Report report) {
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }

  private static CSVPrinter csv(Path file) throws IOException {
    Writer writer = Files.newBufferedWriter(file);
    return new CSVPrinter(writer, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get());
  }
}
