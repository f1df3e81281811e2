package io.palmyra.backtest.report;

import io.palmyra.backtest.parity.Difference;
import io.palmyra.backtest.parity.FillLine;
import io.palmyra.backtest.parity.FillsReport;
import io.palmyra.backtest.parity.InstanceReport;
import io.palmyra.backtest.parity.ParityReport;
import io.palmyra.backtest.parity.Score;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report on parity as one page that needs nothing else, for a screen or a phone. */
public final class ParityPage {
  private static final int MOST_ROWS = 1000;

  private ParityPage() {}

  /** The page. */
  public static String of(ParityReport report) {
    return Page.of(
        "Parity of live trading and backtest: " + (report.same() ? "the same" : "not the same"),
        """
        <p>What was recorded from %s to %s.</p>
        <h2>The same</h2>%s
        %s
        <h2>Decisions and orders that are not the same</h2>%s
        """
            .formatted(
                Page.escaped(report.from()),
                Page.escaped(report.until()),
                scores(report),
                report.instances().stream().map(ParityPage::instance).collect(Collectors.joining()),
                differences(report.orders().differences())));
  }

  private static String scores(ParityReport report) {
    Stream<String> signals =
        report.instances().stream()
            .map(each -> score("signals of " + each.instance(), each.signals()));
    Stream<String> rest =
        Stream.of(
            score("decisions", report.orders().decisions()),
            score("orders", report.orders().orders()));
    return table(
        List.of("", "the same", "of", "missing", "extra", "different", "per cent"),
        Stream.concat(signals, rest).toList());
  }

  private static String score(String what, Score score) {
    return row(
        what,
        "" + score.same(),
        "" + score.all(),
        "" + score.missing(),
        "" + score.extra(),
        "" + score.different(),
        String.format(Locale.ROOT, "%.2f", score.percent()));
  }

  private static String instance(InstanceReport each) {
    return """
    <h2>%s: %s on %s</h2><p>%s; %d runs; %d points between which another order than that of recording was taken.</p>%s%s%s
    """
        .formatted(
            Page.escaped(each.instance()),
            Page.escaped(each.strategy()),
            Page.escaped(each.instrument()),
            Page.escaped(each.parameters().toString()),
            each.runs(),
            each.reordered(),
            notes(each.notes()),
            differences(each.differences()),
            each.fills().stream().map(ParityPage::fills).collect(Collectors.joining()));
  }

  private static String fills(FillsReport fills) {
    return """
    <h3>Fills beside a plain backtest, %s to %s</h3>%s%s%s%s<h3>Assumed</h3>%s
    """
        .formatted(
            Page.escaped(fills.from()),
            Page.escaped(fills.to()),
            notes(fills.notes()),
            Page.list(fills.figures()),
            worse(fills.fills()),
            table(
                List.of(
                    "",
                    "side",
                    "live",
                    "price",
                    "tested",
                    "price",
                    "ticks worse",
                    "bps",
                    "ms later",
                    "why"),
                fills.fills().stream().limit(MOST_ROWS).map(ParityPage::row).toList()),
            Page.words(fills.assumptions()));
  }

  /** By how many ticks each matched fill was worse. */
  private static String worse(List<FillLine> fills) {
    double[] ticks =
        fills.stream()
            .map(FillLine::ticks)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    if (ticks.length < 2) {
      return "";
    }
    String most = number(Arrays.stream(ticks).max().orElse(0));
    String least = number(Arrays.stream(ticks).min().orElse(0));
    return Svg.around(ticks).line(ticks, "depth").drawn(most + " ticks worse", least);
  }

  private static String row(FillLine each) {
    return row(
        each.kind(),
        each.side(),
        or(each.liveAt()),
        or(each.livePrice()),
        or(each.testedAt()),
        or(each.testedPrice()),
        number(each.ticks()),
        number(each.bps()),
        each.delayMillis() == null ? "" : each.delayMillis().toString(),
        each.explanation());
  }

  private static String differences(List<Difference> differences) {
    return differences.isEmpty()
        ? ""
        : table(
            List.of("", "what", "at", "where"),
            differences.stream()
                .limit(MOST_ROWS)
                .map(
                    each ->
                        row(each.kind(), each.what(), each.at(), String.join("; ", each.fields())))
                .toList());
  }

  private static String notes(List<String> notes) {
    return notes.stream()
        .map(each -> "<p>" + Page.escaped(each) + "</p>")
        .collect(Collectors.joining());
  }

  private static String table(List<String> heads, List<String> rows) {
    if (rows.isEmpty()) {
      return "<p>None.</p>";
    }
    return "<div class=\"wide\"><table><tr>"
        + heads.stream().map(each -> "<th>" + each + "</th>").collect(Collectors.joining())
        + "</tr>"
        + String.join("\n", rows)
        + "</table></div>";
  }

  private static String row(String... cells) {
    return Stream.of(cells)
        .map(each -> "<td>" + Page.escaped(each) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String number(@Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.2f", value);
  }
}
