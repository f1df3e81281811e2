package io.palmyra.backtest.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the points one step away from the best are worth. A best that stands on a peak of its own,
 * with much worse around it, was likely found by luck.
 *
 * @param count of them, whose parameters go together
 * @param undefined of them, which count for nothing
 * @param mean objective of the others, NaN without one
 * @param worst objective of the others, NaN without one
 * @param meanShare mean as a share of the best's, NaN where that is not above 0
 * @param worstShare worst as a share of the best's, NaN where that is not above 0
 */
public record Neighbours(
    int count, int undefined, double mean, double worst, double meanShare, double worstShare) {

  /** Around the best; those that the search did not try are tried now, beside its trials. */
  static Optional<Neighbours> of(
      Outcome best, Trials trials, TrialRunner runner, Space space, Workers workers) {
    List<Outcome> outcomes = new ArrayList<>();
    List<Trial> missing = new ArrayList<>();
    for (Point near : space.neighbours(space.pointOf(best.trial().parameters()))) {
      Optional<Outcome> known = trials.of(near);
      known.ifPresent(outcomes::add);
      if (known.isEmpty() && runner.accepts(space.texts(near))) {
        missing.add(new Trial(0, space.texts(near)));
      }
    }
    workers.run(missing, runner::run, outcomes::add);
    return outcomes.isEmpty() ? Optional.empty() : Optional.of(of(best.objective(), outcomes));
  }

  static Neighbours of(double best, List<Outcome> outcomes) {
    double[] counting =
        outcomes.stream().filter(Outcome::counts).mapToDouble(Outcome::objective).toArray();
    double sum = 0;
    double worst = counting.length == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
    for (double each : counting) {
      sum += each;
      worst = Math.min(worst, each);
    }
    double mean = counting.length == 0 ? Double.NaN : sum / counting.length;
    double whole = best > 0 ? best : Double.NaN;
    return new Neighbours(
        outcomes.size(),
        outcomes.size() - counting.length,
        mean,
        worst,
        mean / whole,
        worst / whole);
  }
}
