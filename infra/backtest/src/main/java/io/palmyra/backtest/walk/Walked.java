package io.palmyra.backtest.walk;

import io.palmyra.backtest.report.DailyReturns;
import io.palmyra.backtest.search.Metrics;
import io.palmyra.backtest.search.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came of a walk.
 *
 * @param steps one a window
 * @param metrics of all that was traded, stitched together
 * @param efficiency annual return of what was traded as a share of the mean annual return of what
 *     was chosen, on the bars of the choice; NaN where that is not above 0. Robert Pardo, The
 *     Evaluation and Optimization of Trading Strategies, 2008
 * @param equity after each bar that was traded, exact
 */
public record Walked(List<Step> steps, Metrics metrics, double efficiency, List<Moment> equity) {
  /**
   * Equity at a moment.
   *
   * @param time end of a bar
   * @param equity then, in words of its exact value
   */
  public record Moment(Instant time, String equity) {}

  public Walked {
    steps = List.copyOf(steps);
    equity = List.copyOf(equity);
  }

  static Walked of(List<Step> steps, Stitched stitched) {
    Metrics metrics =
        stitched.ruined()
            ? Metrics.none(stitched.trades().size(), stitched.profit().amount())
            : Metrics.of(DailyReturns.of(stitched.curve()), stitched.trades(), stitched.profit());
    List<Moment> equity = new ArrayList<>();
    for (int i = 0; i < stitched.afterBars().size(); i++) {
      equity.add(new Moment(stitched.time(i), stitched.afterBars().get(i).amount()));
    }
    return new Walked(steps, metrics, efficiency(steps, metrics.annualReturn()), equity);
  }

  static double efficiency(List<Step> steps, double annualReturn) {
    double chosen =
        steps.stream()
            .map(Step::chosen)
            .filter(Objects::nonNull)
            .map(Outcome::metrics)
            .mapToDouble(Metrics::annualReturn)
            .average()
            .orElse(Double.NaN);
    return chosen > 0 ? annualReturn / chosen : Double.NaN;
  }
}
