package io.palmyra.backtest.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * What is looked for and how, whatever the bars.
 *
 * @param space of all that can be tried
 * @param search that chooses from it
 * @param goal of it
 */
public record SearchPlan(Space space, Search search, Goal goal) {
  /**
   * Searches, or goes on with it.
   *
   * @param directory where its trials are kept
   * @param progress told of each trial that is done, from 0
   */
  public Found find(Ground ground, Workers workers, Path directory, IntConsumer progress)
      throws IOException {
    var runner = new TrialRunner(ground, goal);
    try (var file = TrialFile.open(directory, space)) {
      var trials = new Trials(space, runner, workers, file, search.most(space), progress);
      search.run(trials, space);
      return Found.of(trials, runner, space, workers);
    }
  }
}
