package io.palmyra.backtest.search;

import io.palmyra.backtest.report.Page;
import io.palmyra.core.analytics.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A search as one page that needs nothing else, for a screen or a phone. */
final class SearchPage {
  /** What lies below it has one colour, so that the rest can be told apart. */
  private static final double DARKEST = 0.05;

  /** Style of heat maps. */
  static final String STYLE =
      """
      .maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(24rem,100%),1fr));gap:1rem}
      table.heat{font-size:.7rem;font-variant-numeric:tabular-nums;table-layout:fixed;width:100%}
      .heat caption{text-align:left;padding:.25rem 0;font-size:.85rem}
      .heat td{padding:0;height:1.6rem;text-align:center;border:1px solid #8884}
      .heat th{padding:.1rem .2rem;font-weight:normal;text-align:left;overflow:hidden}
      .heat th:first-child{width:3.2rem;text-align:right}
      .heat .none{background:repeating-linear-gradient(45deg,#8886 0 2px,transparent 2px 7px)}
      .scale{display:flex;align-items:center;gap:.6rem;font-size:.85rem;flex-wrap:wrap}
      .scale i{display:inline-block;width:8rem;height:1rem;
        background:linear-gradient(90deg,rgb(0,34,78),rgb(124,123,120),rgb(254,232,56))}
      """;

  private SearchPage() {}

  static String of(SearchReport report, Space space, Found found) {
    return Page.of(
        report.search().get("strategy") + " on " + report.search().get("instrument") + ", searched",
        STYLE,
        """
        <p>%s</p>
        <h2>Objective: %s</h2>%s
        <h2>Best: %s</h2>%s
        <h2>How far that can be trusted</h2>%s
        <h2>The best %d</h2>%s
        <h2>What was searched</h2>%s
        <h2>Assumed</h2>%s
        """
            .formatted(
                Page.escaped(report.inWords() + "."),
                report.objective(),
                maps(space, found),
                Page.escaped(report.best().trial().parameters().toString()),
                Page.list(FigureTexts.of(report.best().metrics())),
                Page.words(RobustnessTexts.of(report.robustness())),
                report.ranking().size(),
                ranking(report.ranking()),
                Page.list(report.search()),
                Page.words(report.assumptions())));
  }

  private static String maps(Space space, Found found) {
    double[] objectives =
        found.outcomes().stream().filter(Outcome::counts).mapToDouble(Outcome::objective).toArray();
    Returns sorted = Returns.of(objectives);
    var colours = new Colours(sorted.quantile(DARKEST), sorted.quantile(1));
    List<Axis> axes = space.axes().stream().filter(axis -> axis.size() > 1).toList();
    List<String> maps = new ArrayList<>();
    for (int down = 0; down < axes.size(); down++) {
      for (int across = down + 1; across < axes.size(); across++) {
        maps.add(HeatMap.of(axes.get(across), axes.get(down), found.outcomes(), colours));
      }
    }
    if (maps.isEmpty()) {
      Axis only = axes.isEmpty() ? space.axes().getFirst() : axes.getFirst();
      maps.add(HeatMap.of(only, null, found.outcomes(), colours));
    }
    return "<p class=\"scale\">%s or less <i></i> %s; striped: does not count; empty: not tried%s</p>\n<div class=\"maps\">%s</div>"
        .formatted(
            FigureTexts.number(colours.low()),
            FigureTexts.number(colours.high()),
            maps.size() > 1 ? "; each pair with the best of the others" : "",
            String.join("", maps));
  }

  private static String ranking(List<Outcome> ranking) {
    Outcome best = ranking.getFirst();
    String names = heads(best.trial().parameters()) + heads(FigureTexts.of(best.metrics()));
    String rows = ranking.stream().map(SearchPage::row).collect(Collectors.joining("\n"));
    return "<div class=\"wide\"><table><tr><th>trial</th><th>objective</th>%s</tr>\n%s</table></div>"
        .formatted(names, rows);
  }

  private static String row(Outcome outcome) {
    return "<tr><td>%d</td><td>%s</td>%s%s</tr>"
        .formatted(
            outcome.trial().number(),
            FigureTexts.number(outcome.objective()),
            cells("td", outcome.trial().parameters().values()),
            cells("td", FigureTexts.of(outcome.metrics()).values()));
  }

  private static String heads(Map<String, String> named) {
    return cells("th", named.keySet());
  }

  private static String cells(String tag, Iterable<String> texts) {
    var cells = new StringBuilder();
    for (String text : texts) {
      cells.append("<%s>%s</%s>".formatted(tag, Page.escaped(text), tag));
    }
    return cells.toString();
  }
}
