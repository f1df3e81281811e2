package io.palmyra.backtest.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An outcome as a row of texts, from which it can be read again to the last bit. */
final class TrialRow {
  private static final List<String> FIGURES =
      List.of(
          "trades",
          "profit",
          "return",
          "annualReturn",
          "sharpe",
          "sortino",
          "calmar",
          "maximumDrawdown",
          "profitFactor",
          "winRate",
          "objective",
          "remark",
          "hash");

  private TrialRow() {}

  static List<String> header(Space space) {
    var header = new ArrayList<String>();
    header.add("trial");
    space.axes().forEach(axis -> header.add(axis.name()));
    header.addAll(FIGURES);
    return header;
  }

  static List<String> of(Outcome outcome) {
    Metrics metrics = outcome.metrics();
    var row = new ArrayList<String>();
    row.add("" + outcome.trial().number());
    row.addAll(outcome.trial().parameters().values());
    row.add("" + metrics.trades());
    row.add(metrics.profit());
    row.add(text(metrics.totalReturn()));
    row.add(text(metrics.annualReturn()));
    row.add(text(metrics.sharpe()));
    row.add(text(metrics.sortino()));
    row.add(text(metrics.calmar()));
    row.add(text(metrics.maximumDrawdown()));
    row.add(text(metrics.profitFactor()));
    row.add(text(metrics.winRate()));
    row.add(text(outcome.objective()));
    row.add(outcome.remark());
    row.add(outcome.hash());
    return row;
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Outcome read(List<String> row, Space space) {
    if (row.size() != header(space).size()) {
      throw new IllegalArgumentException(row.size() + " columns");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    int column = 1;
    for (Axis axis : space.axes()) {
      parameters.put(axis.name(), row.get(column++));
    }
    var metrics =
        new Metrics(
            Integer.parseInt(row.get(column)),
            row.get(column + 1),
            number(row.get(column + 2)),
            number(row.get(column + 3)),
            number(row.get(column + 4)),
            number(row.get(column + 5)),
            number(row.get(column + 6)),
            number(row.get(column + 7)),
            number(row.get(column + 8)),
            number(row.get(column + 9)));
    return new Outcome(
        new Trial(Integer.parseInt(row.getFirst()), parameters),
        metrics,
        number(row.get(column + 10)),
        row.get(column + 11),
        row.get(column + 12));
  }

  private static String text(double figure) {
    return Double.isNaN(figure) ? "" : Double.toString(figure);
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
