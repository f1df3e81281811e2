package io.palmyra.bench.orders;

import io.palmyra.bench.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast something is committed.
 *
 * @param rowsASecond rows, of whatever size a commit is
 * @param commits how long each commit took, with its writes
 */
public record Pace(double rowsASecond, Figures commits) {

  /** Commits so many rows again and again, for so long. */
  public static Pace of(int rows, Duration length, Runnable commit) {
    var micros = new ArrayList<Double>();
    long began = System.nanoTime();
    long now = began;
    while (now - began < length.toNanos()) {
      commit.run();
      long after = System.nanoTime();
      micros.add((after - now) / 1e3);
      now = after;
    }
    return new Pace(
        (double) micros.size() * rows * 1e9 / (now - began),
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
