package io.palmyra.backtest.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a search has found.
 *
 * @param outcomes of all trials, in their order
 * @param dropped points whose parameters do not go together
 * @param neighbours of the best, empty where there is none or it stands alone
 */
public record Found(List<Outcome> outcomes, int dropped, Optional<Neighbours> neighbours) {
  private static final Comparator<Outcome> BEST_FIRST =
      (left, right) -> left.beats(right) ? -1 : right.beats(left) ? 1 : 0;

  public Found {
    outcomes = List.copyOf(outcomes);
  }

  static Found of(Trials trials, TrialRunner runner, Space space, Workers workers) {
    var found = new Found(trials.all(), trials.dropped(), Optional.empty());
    return new Found(
        found.outcomes,
        found.dropped,
        found.best().flatMap(best -> Neighbours.of(best, trials, runner, space, workers)));
  }

  /** The best that counts; of equals the first. */
  public Optional<Outcome> best() {
    return ranking(1).stream().findFirst();
  }

  /** The best that count, at most so many. */
  public List<Outcome> ranking(int most) {
    return outcomes.stream().filter(Outcome::counts).sorted(BEST_FIRST).limit(most).toList();
  }
}
