package io.palmyra.backtest.search;

import java.util.stream.LongStream;

/** Tries all. */
public record GridSearch() implements Search {
  /** Points of the largest space that is tried whole. */
  public static final int MOST = 100_000;

  @Override
  public String text() {
    return "grid";
  }

  /**
   * All of it.
   *
   * @throws IllegalArgumentException if it is too large
   */
  @Override
  public int most(Space space) {
    if (space.size() > MOST) {
      throw new IllegalArgumentException(
          "--over spans a grid of %,d points; allowed: %,d at most. Fewer values, or --search"
                  .formatted(space.size(), MOST)
              + " random or evolution.");
    }
    return (int) space.size();
  }

  @Override
  public void run(Trials trials, Space space) {
    trials.run(LongStream.range(0, space.size()).mapToObj(space::at).toList());
  }
}
