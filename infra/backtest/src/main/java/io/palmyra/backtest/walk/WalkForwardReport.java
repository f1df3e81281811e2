package io.palmyra.backtest.walk;

import io.palmyra.backtest.search.FigureTexts;
import io.palmyra.backtest.search.Json;
import io.palmyra.backtest.search.Manifest;
import io.palmyra.backtest.search.Metrics;
import io.palmyra.backtest.search.Outcome;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A walk as it is told.
 *
 * @param search all that it depends on, by name
 * @param objective by which parameters were chosen
 * @param windows what came of each
 * @param traded figures of all that was traded, stitched together
 * @param efficiency of it, see {@link Walked}
 * @param openAtAnEnd windows that ended with an open position
 * @param assumptions in words
 */
public record WalkForwardReport(
    Map<String, String> search,
    String objective,
    List<Step> windows,
    Metrics traded,
    double efficiency,
    long openAtAnEnd,
    Map<String, String> assumptions) {

  /** Of a walk and what was assumed of the market. */
  public static WalkForwardReport of(
      Manifest manifest, String objective, Walked walked, Map<String, String> market) {
    var assumptions = new LinkedHashMap<>(market);
    assumptions.put(
        "before a window",
        "as many bars as the strategy needs to warm up, or all there are, are shown to it; it does"
            + " not trade on them");
    assumptions.put(
        "between windows",
        "each begins without a position and with the money of the one before; what it holds is"
            + " closed by an order at its last open, and it does not trade after");
    return new WalkForwardReport(
        manifest.facts(),
        objective,
        walked.steps(),
        walked.metrics(),
        walked.efficiency(),
        walked.steps().stream().filter(Step::openAtTheEnd).count(),
        assumptions);
  }

  /** As JSON. */
  public String json() {
    return Json.of(this);
  }

  /** In words, for a terminal. */
  public void tell(PrintStream out) {
    out.printf("window  traded                    %s chosen on, and after%n", objective);
    for (Step step : windows) {
      out.printf(
          "%6d  %.10s to %.10s  %10s %10s  %s%n",
          step.number(),
          step.split(),
          step.to(),
          objective(step.chosen()),
          objective(step.traded()),
          parameters(step));
    }
    out.println();
    out.println("traded on what no choice had seen:");
    figures().forEach((name, text) -> out.printf("  %-24s %s%n", name, text));
  }

  /** Figures of all that was traded. */
  Map<String, String> figures() {
    var figures = new LinkedHashMap<>(FigureTexts.of(traded));
    figures.put("walk-forward efficiency", FigureTexts.percent(efficiency));
    figures.put("windows", windows.size() + ", of which " + openAtAnEnd + " ended with a position");
    return figures;
  }

  static String objective(@Nullable Outcome outcome) {
    return outcome == null ? "none" : FigureTexts.number(outcome.objective());
  }

  static String parameters(Step step) {
    Outcome chosen = step.chosen();
    return chosen == null ? "no trial counts" : chosen.trial().parameters().toString();
  }
}
