package io.palmyra.backtest.search;

import io.palmyra.backtest.report.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The best objective at each pair of values of two parameters, whatever the others are. Of axes
 * with more values than can be seen, several share a cell.
 */
final class HeatMap {
  private static final int MOST = 40;
  private static final int MOST_WITH_TEXT = 12;
  private static final int LABELS = 6;

  private final Axis across;
  private final @Nullable Axis down;
  private final int perColumn;
  private final int perRow;
  private final Map<List<Integer>, Outcome> best = new HashMap<>();

  private HeatMap(Axis across, @Nullable Axis down) {
    this.across = across;
    this.down = down;
    this.perColumn = perCell(across.size());
    this.perRow = down == null ? 1 : perCell(down.size());
  }

  private static int perCell(int values) {
    return (values + MOST - 1) / MOST;
  }

  /**
   * Draws one.
   *
   * @param across parameter whose values lie beside each other
   * @param down parameter whose values lie below each other, null for a single row
   */
  static String of(Axis across, @Nullable Axis down, List<Outcome> outcomes, Colours colours) {
    var map = new HeatMap(across, down);
    outcomes.forEach(map::add);
    return map.drawn(colours);
  }

  private void add(Outcome outcome) {
    int column = place(across, outcome) / perColumn;
    int row = down == null ? 0 : place(down, outcome) / perRow;
    best.merge(List.of(row, column), outcome, (one, other) -> other.beats(one) ? other : one);
  }

  private static int place(Axis axis, Outcome outcome) {
    return axis.values().indexOf(outcome.trial().parameters().get(axis.name()));
  }

  private String drawn(Colours colours) {
    int columns = cells(across.size(), perColumn);
    int rows = down == null ? 1 : cells(down.size(), perRow);
    var table = new StringBuilder("<figure class=\"wide\"><table class=\"heat\"><caption>");
    table.append(Page.escaped(caption())).append("</caption>\n");
    for (int row = 0; row < rows; row++) {
      table.append("<tr><th>").append(down == null ? "" : label(down, row, perRow, rows));
      table.append("</th>");
      for (int column = 0; column < columns; column++) {
        table.append(cell(best.get(List.of(row, column)), columns, colours));
      }
      table.append("</tr>\n");
    }
    return table.append(foot(columns)).append("</table></figure>\n").toString();
  }

  private String caption() {
    String names = down == null ? "" : down.name() + " down, ";
    return names
        + across.name()
        + " across"
        + (perColumn > 1 || perRow > 1
            ? "; the best of %d by %d values in each cell".formatted(perRow, perColumn)
            : "");
  }

  private static int cells(int values, int perCell) {
    return (values + perCell - 1) / perCell;
  }

  /** First value of a cell; of many rows every few has one. */
  private static String label(Axis axis, int cell, int perCell, int cells) {
    int every = cells <= MOST_WITH_TEXT ? 1 : (cells + LABELS - 1) / LABELS;
    return cell % every == 0 ? Page.escaped(axis.values().get(cell * perCell)) : "";
  }

  private String foot(int columns) {
    int every = columns <= MOST_WITH_TEXT ? 1 : (columns + LABELS - 1) / LABELS;
    var foot = new StringBuilder("<tr><th></th>");
    IntStream.iterate(0, column -> column < columns, column -> column + every)
        .forEach(
            column ->
                foot.append("<th colspan=\"%d\">".formatted(Math.min(every, columns - column)))
                    .append(label(across, column, perColumn, columns))
                    .append("</th>"));
    return foot.append("</tr>\n").toString();
  }

  private static String cell(@Nullable Outcome outcome, int columns, Colours colours) {
    if (outcome == null) {
      return "<td></td>";
    }
    String title = Page.escaped(title(outcome));
    if (!outcome.counts()) {
      return "<td class=\"none\" title=\"" + title + "\"></td>";
    }
    return "<td style=\"%s\" title=\"%s\">%s</td>"
        .formatted(
            colours.style(outcome.objective()),
            title,
            columns <= MOST_WITH_TEXT ? FigureTexts.number(outcome.objective()) : "");
  }

  private static String title(Outcome outcome) {
    return outcome.trial().parameters()
        + ": "
        + (outcome.counts() ? FigureTexts.number(outcome.objective()) : outcome.remark());
  }
}
