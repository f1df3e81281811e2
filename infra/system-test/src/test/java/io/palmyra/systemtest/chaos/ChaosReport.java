package io.palmyra.systemtest.chaos;

import io.palmyra.systemtest.suite.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The report of a run: each fault, how often, how long it took, and what was lost. */
record ChaosReport(
    Instant begun,
    Instant ended,
    long seed,
    int fills,
    List<FaultLine> faults,
    List<Finding> findings) {

  /** One fault over all its strikes; times in seconds. */
  record FaultLine(
      String fault,
      int strikes,
      double recoveredMedian,
      double recoveredMost,
      double pauseMost,
      int haltsLifted,
      List<String> problems) {}

  static ChaosReport of(
      Instant begun, long seed, int fills, List<Struck> struck, List<Finding> findings) {
    Map<String, List<Struck>> byFault = new LinkedHashMap<>();
    struck.forEach(
        each -> byFault.computeIfAbsent(each.fault(), name -> new ArrayList<>()).add(each));
    return new ChaosReport(
        begun,
        Instant.now(),
        seed,
        fills,
        byFault.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue())).toList(),
        findings);
  }

  private static FaultLine line(String fault, List<Struck> strikes) {
    List<Struck> done = strikes.stream().filter(each -> each.impossible() == null).toList();
    double[] lasted = done.stream().mapToDouble(each -> seconds(each.lasted())).sorted().toArray();
    var problems = new ArrayList<String>();
    strikes.forEach(
        each -> {
          if (each.problem() != null) {
            problems.add(each.problem());
          }
          if (each.impossible() != null) {
            problems.add("not done here: " + each.impossible());
          }
        });
    return new FaultLine(
        fault,
        done.size(),
        lasted.length == 0 ? 0 : lasted[lasted.length / 2],
        lasted.length == 0 ? 0 : lasted[lasted.length - 1],
        done.stream().mapToDouble(each -> seconds(each.pause())).max().orElse(0),
        done.stream().mapToInt(Struck::halts).sum(),
        problems);
  }

  private static double seconds(Duration length) {
    return length.toMillis() / 1e3;
  }

  /** Writes report.json and report.html. */
  void write(Path directory) throws IOException {
    Files.createDirectories(directory);
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Files.writeString(directory.resolve("report.json"), json.writeValueAsString(this));
    Files.writeString(directory.resolve("report.html"), html());
  }

  private String html() {
    var rows = new StringBuilder();
    for (FaultLine line : faults) {
      rows.append(
          String.format(
              Locale.ROOT,
              "<tr><td>%s</td><td>%d</td><td>%.1f</td><td>%.1f</td><td>%.1f</td><td>%d</td>"
                  + "<td>%s</td></tr>%n",
              escaped(line.fault()),
              line.strikes(),
              line.recoveredMedian(),
              line.recoveredMost(),
              line.pauseMost(),
              line.haltsLifted(),
              escaped(String.join("; ", line.problems()))));
    }
    var held = new StringBuilder();
    for (Finding finding : findings) {
      held.append(
          String.format(
              Locale.ROOT,
              "<tr class=\"%s\"><td>%s</td><td>%s</td><td>%s</td></tr>%n",
              finding.holds() ? "holds" : "broken",
              escaped(finding.property()),
              escaped(finding.looked()),
              finding.holds() ? "holds" : escaped(String.join("; ", finding.violations()))));
    }
    return String.format(Locale.ROOT, PAGE, begun, ended, seed, fills, held, rows);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>Palmyra under faults</title>
      <style>
        :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
        body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; width: 100%%; margin-bottom: 2rem; }
        th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #8884; }
        td:nth-child(n+2):nth-child(-n+6) { font-variant-numeric: tabular-nums; }
        .holds td:last-child { color: #0a7d33; } .broken td { color: #c0182b; }
      </style></head><body>
      <h1>Palmyra under faults</h1>
      <p>From %s to %s, seed %d, %d fills. Times in seconds, from the strike until every process is
      ready, the account is armed and an order is filled; the pause is the longest time without a
      fill.</p>
      <h2>What must hold</h2>
      <table><thead><tr><th>Property</th><th>Looked at</th><th>Result</th></tr></thead><tbody>
      %s</tbody></table>
      <h2>Faults</h2>
      <table><thead><tr><th>Fault</th><th>Strikes</th><th>Well after, median</th><th>Most</th>
      <th>Longest pause</th><th>Halts lifted</th><th>Problems</th></tr></thead><tbody>
      %s</tbody></table>
      </body></html>
      """;
}
