package io.palmyra.backtest.report;

import io.palmyra.backtest.engine.Result;
import io.palmyra.backtest.history.Bars;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.core.analytics.Drawdowns;
import io.palmyra.core.analytics.Returns;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report as one page that needs nothing else, for a screen or a phone. */
final class Html {
  private static final int CLASSES = 41;
  private static final int MOST_TRADES = 500;

  private Html() {}

  static String of(Report report, Result result) {
    return Page.of(
        report.strategy() + " on " + report.instrument(),
        """
        <p>%s</p>
        <h2>Equity, %s</h2>%s
        <h2>Below its highest</h2>%s
        <h2>Fills on the price</h2>%s
        <h2>Returns of months</h2>%s
        <h2>Returns of bars</h2>%s
        <h2>Figures</h2>%s
        <h2>Assumed</h2>%s
        <h2>Risk's limits, and what they denied</h2>%s%s
        %s
        <h2>Trades</h2>%s
        <p>Hash of every order, fill and equity: <code>%s</code></p>
        """
            .formatted(
                Page.escaped(intro(report)),
                Page.escaped(report.currency()),
                equity(result),
                depths(result),
                price(result),
                months(report),
                returns(result),
                Page.list(report.figures()),
                Page.words(report.assumptions()),
                Page.list(report.limits()),
                Page.list(report.denials()),
                guarded(report),
                trades(report),
                report.hash()));
  }

  /** What tiers and protection did; nothing where they did nothing. */
  private static String guarded(Report report) {
    if (report.tiersMoved().isEmpty() && report.protectiveExits().isEmpty()) {
      return "";
    }
    String moved =
        report.tiersMoved().stream()
            .limit(MOST_TRADES)
            .map(each -> "<p>" + Page.escaped(each) + "</p>")
            .collect(Collectors.joining());
    return "<h2>Tiers and protection</h2>" + Page.list(report.protectiveExits()) + moved;
  }

  private static String intro(Report report) {
    Report.Data data = report.data();
    return "%s; %d bars from %s to %s. Of %d rows of %s %d were not taken, %d bars are missing."
        .formatted(
            report.parameters(),
            data.bars(),
            data.from(),
            data.to(),
            data.rows(),
            data.file(),
            data.rejected(),
            data.missing());
  }

  private static double[] curve(Result result) {
    return result.equity().stream().mapToDouble(each -> each.toDouble()).toArray();
  }

  private static String equity(Result result) {
    double[] values = curve(result);
    return Svg.around(values)
        .line(values, "equity")
        .drawn(
            number(Arrays.stream(values).max().orElse(0)),
            number(Arrays.stream(values).min().orElse(0)));
  }

  private static String depths(Result result) {
    double[] depths = Drawdowns.of(Returns.ofEquity(curve(result))).afterEach();
    double[] below = Arrays.stream(depths).map(depth -> -depth).toArray();
    double deepest = Arrays.stream(below).min().orElse(0);
    return new Svg(below.length, deepest, 0).line(below, "depth").drawn("0 %", percent(deepest));
  }

  private static String price(Result result) {
    Bars bars = result.setup().bars();
    double unit = StrictMath.pow(10, -bars.priceScale());
    double[] closes = new double[bars.size()];
    for (int i = 0; i < closes.length; i++) {
      closes[i] = bars.close(i) * unit;
    }
    Svg svg = Svg.around(closes).line(closes, "price");
    int bar = 0;
    for (OrderFilled fill : result.fills()) {
      bar = barOf(bars, fill.venueTime(), bar);
      svg.mark(
          bar,
          fill.lastPrice().toDouble(),
          fill.side().sign() > 0 ? "buy" : "sell",
          fill.venueTime()
              + " "
              + fill.side()
              + " "
              + fill.lastQuantity()
              + " at "
              + fill.lastPrice());
    }
    return svg.drawn(
        number(Arrays.stream(closes).max().orElse(0)),
        number(Arrays.stream(closes).min().orElse(0)));
  }

  private static int barOf(Bars bars, Instant time, int from) {
    int bar = from;
    while (bar + 1 < bars.size() && bars.closeTime(bar).isBefore(time)) {
      bar++;
    }
    return bar;
  }

  private static String months(Report report) {
    var years = new TreeMap<String, Map<String, Double>>();
    report
        .months()
        .forEach(
            (month, value) ->
                years
                    .computeIfAbsent(month.substring(0, 4), _ -> new TreeMap<>())
                    .put(month.substring(5), value));
    var rows = new StringBuilder("<tr><th></th>");
    for (int month = 1; month <= 12; month++) {
      rows.append("<th>").append(month).append("</th>");
    }
    rows.append("<th>year</th></tr>");
    years.forEach((year, values) -> rows.append(year(year, values)));
    return "<div class=\"wide\"><table>" + rows + "</table></div>";
  }

  private static String year(String year, Map<String, Double> months) {
    var row = new StringBuilder("<tr><td>" + year + "</td>");
    double all = 1;
    for (int month = 1; month <= 12; month++) {
      Double value = months.get(String.format(Locale.ROOT, "%02d", month));
      row.append(value == null ? "<td></td>" : cell(value));
      all *= 1 + (value == null ? 0 : value);
    }
    return row.append(cell(all - 1)).append("</tr>").toString();
  }

  private static String cell(double value) {
    double strength = Math.min(0.6, Math.abs(value) * 6);
    String colour = value >= 0 ? "26,127,55" : "207,34,46";
    return String.format(
        Locale.ROOT,
        "<td style='background:rgba(%s,%.2f)'>%s</td>",
        colour,
        strength,
        percent(value));
  }

  private static String returns(Result result) {
    double[] values = Returns.ofEquity(curve(result)).toArray();
    double most = Arrays.stream(values).map(Math::abs).max().orElse(0);
    if (most == 0) {
      return "<p>Nothing moved.</p>";
    }
    int[] counts = new int[CLASSES];
    for (double value : values) {
      counts[(int) Math.min(CLASSES - 1, (value + most) / (2 * most) * CLASSES)]++;
    }
    // Most bars move nothing or little: by their logarithms the tails are seen as well.
    var svg = new Svg(CLASSES, 0, StrictMath.log1p(Arrays.stream(counts).max().orElse(1)));
    for (int i = 0; i < CLASSES; i++) {
      String around = percent((i + 0.5) / CLASSES * 2 * most - most);
      svg.column(i, StrictMath.log1p(counts[i]), "share", counts[i] + " bars around " + around);
    }
    return svg.drawn("by logarithm", percent(-most) + " to " + percent(most));
  }

  private static String trades(Report report) {
    String rows =
        report.trades().stream()
            .limit(MOST_TRADES)
            .map(
                line ->
                    "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                        .formatted(
                            line.entered(),
                            line.exited(),
                            line.side(),
                            line.quantity(),
                            line.entry(),
                            line.exit(),
                            line.profit()))
            .collect(Collectors.joining("\n"));
    int more = report.trades().size() - MOST_TRADES;
    return """
    <div class="wide"><table><tr><th>entered</th><th>exited</th><th>side</th><th>quantity</th>
    <th>entry</th><th>exit</th><th>profit</th></tr>%s</table></div>%s
    """
        .formatted(rows, more > 0 ? "<p>And " + more + " more in trades.csv.</p>" : "");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
