package io.palmyra.backtest.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Tries some, each as likely as any other and none twice.
 *
 * @param trials most that are run
 * @param seed of its chance
 */
public record RandomSearch(int trials, long seed) implements Search {
  /** Draws in a row that bring nothing new, after which it ends. */
  private static final int PATIENCE = 1_000_000;

  @Override
  public String text() {
    return "random";
  }

  @Override
  public int most(Space space) {
    return (int) Math.min(trials, space.size());
  }

  @Override
  public void run(Trials trials, Space space) {
    RandomGenerator random = Chance.of(seed);
    Set<Long> drawn = new HashSet<>();
    int inVain = 0;
    while (!trials.isFull() && drawn.size() < space.size() && inVain < PATIENCE) {
      List<Point> fresh = new ArrayList<>();
      while (fresh.size() < trials.room() && drawn.size() < space.size() && inVain < PATIENCE) {
        long number = random.nextLong(space.size());
        if (drawn.add(number)) {
          fresh.add(space.at(number));
          inVain = 0;
        } else {
          inVain++;
        }
      }
      trials.run(fresh);
    }
  }
}
