package io.palmyra.backtest.walk;

import io.palmyra.backtest.report.Page;
import io.palmyra.backtest.report.Svg;
import io.palmyra.backtest.search.FigureTexts;
import io.palmyra.backtest.search.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A walk as one page that needs nothing else, for a screen or a phone. */
final class WalkForwardPage {
  private WalkForwardPage() {}

  static String of(WalkForwardReport report, Walked walked, List<String> parameters) {
    return Page.of(
        report.search().get("strategy") + " on " + report.search().get("instrument") + ", walked",
        "",
        """
        <p>Parameters are chosen on some bars and traded on the next ones, which the choice has not
        seen; %d times.</p>
        <h2>Equity of what was traded, %s</h2>%s
        <h2>Figures of what was traded</h2>%s
        <h2>Windows</h2>%s
        <h2>What was searched</h2>%s
        <h2>Assumed</h2>%s
        """
            .formatted(
                report.windows().size(),
                Page.escaped(String.valueOf(report.search().get("currency"))),
                equity(walked),
                Page.list(report.figures()),
                windows(report, parameters),
                Page.list(report.search()),
                Page.words(report.assumptions())));
  }

  private static String equity(Walked walked) {
    double[] values =
        walked.equity().stream().mapToDouble(each -> Double.parseDouble(each.equity())).toArray();
    return Svg.around(values)
        .line(values, "equity")
        .drawn(
            FigureTexts.number(Arrays.stream(values).max().orElse(0)),
            FigureTexts.number(Arrays.stream(values).min().orElse(0)));
  }

  private static String windows(WalkForwardReport report, List<String> parameters) {
    String names =
        parameters.stream()
            .map(name -> "<th>" + Page.escaped(name) + "</th>")
            .collect(Collectors.joining());
    String rows =
        report.windows().stream()
            .map(step -> row(step, parameters))
            .collect(Collectors.joining("\n"));
    return """
    <div class="wide"><table><tr><th>window</th><th>chosen on</th><th>traded</th>%s
    <th>%s of the choice</th><th>after it</th><th>annual return of the choice</th><th>after it</th>
    <th>trades</th><th>equity</th></tr>
    %s</table></div>
    """
        .formatted(names, Page.escaped(report.objective()), rows);
  }

  private static String row(Step step, List<String> parameters) {
    Outcome chosen = step.chosen();
    Outcome traded = step.traded();
    var cells = new StringBuilder("<tr>");
    cell(cells, "" + step.number());
    cell(cells, day(step.from()) + " to " + day(step.split()));
    cell(cells, day(step.split()) + " to " + day(step.to()));
    for (String name : parameters) {
      cell(cells, chosen == null ? "none" : chosen.trial().parameters().getOrDefault(name, ""));
    }
    cell(cells, WalkForwardReport.objective(chosen));
    cell(cells, WalkForwardReport.objective(traded));
    cell(cells, annualReturn(chosen));
    cell(cells, annualReturn(traded));
    cell(cells, traded == null ? "0" : "" + traded.metrics().trades());
    cell(cells, FigureTexts.money(step.equity()));
    return cells.append("</tr>").toString();
  }

  private static String day(String time) {
    return time.substring(0, 10);
  }

  private static String annualReturn(@Nullable Outcome outcome) {
    return outcome == null ? "none" : FigureTexts.percent(outcome.metrics().annualReturn());
  }

  private static void cell(StringBuilder cells, String text) {
    cells.append("<td>").append(Page.escaped(text)).append("</td>");
  }
}
