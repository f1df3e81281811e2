package io.palmyra.backtest.search;

import io.palmyra.core.analytics.Performance;
import io.palmyra.core.analytics.Returns;
import io.palmyra.core.analytics.SharpeConfidence;
import java.util.List;

/**
 * How sure the best's Sharpe ratio is, given from how many trials it was picked. Ratios are annual.
 *
 * @param trials that were run, taken as independent of each other: where they are alike it is too
 *     strict
 * @param deviation of their ratios
 * @param expectedOfBest ratio that the best of as many without merit would show
 * @param sharpe of the best
 * @param probability that its true ratio is above that
 */
public record DeflatedSharpe(
    int trials, double deviation, double expectedOfBest, double sharpe, double probability) {

  static DeflatedSharpe of(Performance best, List<Outcome> outcomes) {
    double year = Math.sqrt(best.periodsPerYear());
    double[] ratios =
        outcomes.stream()
            .mapToDouble(each -> each.metrics().sharpe())
            .filter(Double::isFinite)
            .toArray();
    double deviation = ratios.length < 2 ? 0 : Returns.of(ratios).deviation();
    var confidence = new SharpeConfidence(best.returns());
    return new DeflatedSharpe(
        outcomes.size(),
        deviation,
        SharpeConfidence.expectedOfBest(deviation / year, outcomes.size()) * year,
        best.sharpe(0),
        confidence.deflated(deviation / year, outcomes.size()));
  }
}
