package io.palmyra.bench.orders;

import io.palmyra.bench.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How fast something is committed.
 *
 * @param rowsASecond rows, of whatever size a commit is
 * @param commits how long each commit took, its writes included
 */
public record Pace(double rowsASecond, Figures commits) {

  /**
   * Commits so many rows again and again, for so long. The time in which rows are made up does not
   * count.
   *
   * @param next makes up the rows of the next commit and gives what commits them
   */
  public static Pace of(int rows, Duration length, Supplier<Runnable> next) {
    var micros = new ArrayList<Double>();
    long committing = 0;
    while (committing < length.toNanos()) {
      Runnable commit = next.get();
      long from = System.nanoTime();
      commit.run();
      long took = System.nanoTime() - from;
      committing += took;
      micros.add(took / 1e3);
    }
    return new Pace(
        (double) micros.size() * rows * 1e9 / committing,
        Figures.of(micros.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** The middle of an odd number of paces, or the mean of the two in the middle. */
  public static Pace median(List<Pace> paces) {
    double[] rates = paces.stream().mapToDouble(Pace::rowsASecond).sorted().toArray();
    int half = rates.length / 2;
    return new Pace(
        rates.length % 2 == 1 ? rates[half] : (rates[half - 1] + rates[half]) / 2,
        Figures.median(paces.stream().map(Pace::commits).toList()));
  }
}
