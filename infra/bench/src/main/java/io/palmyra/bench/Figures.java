package io.palmyra.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What was measured of one thing, in microseconds.
 *
 * @param count how many
 * @param p50 median
 * @param p95 95 of 100 were faster
 * @param p99 99 of 100 were faster
 * @param p999 999 of 1000 were faster
 */
public record Figures(int count, double p50, double p95, double p99, double p999) {
  /** Of nothing. */
  public static final Figures NONE = new Figures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /**
   * The figures of some samples.
   *
   * @param micros samples in any order
   * @throws IllegalArgumentException if there are none
   */
  public static Figures of(double[] micros) {
    if (micros.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = micros.clone();
    Arrays.sort(sorted);
    return new Figures(
        sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 0.999));
  }

  private static double at(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }

  /** The figures of several rounds: of each percentile the median of the rounds. */
  public static Figures median(java.util.List<Figures> rounds) {
    return new Figures(
        rounds.stream().mapToInt(Figures::count).sum(),
        middle(rounds.stream().mapToDouble(Figures::p50).sorted().toArray()),
        middle(rounds.stream().mapToDouble(Figures::p95).sorted().toArray()),
        middle(rounds.stream().mapToDouble(Figures::p99).sorted().toArray()),
        middle(rounds.stream().mapToDouble(Figures::p999).sorted().toArray()));
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** One line of a table, in milliseconds. */
  public String row(String name) {
    return String.format(
        Locale.ROOT,
        "  %-42s %8d %9.3f %9.3f %9.3f %9.3f",
        name,
        count,
        p50 / 1000,
        p95 / 1000,
        p99 / 1000,
        p999 / 1000);
  }

  /** Head of such a table. */
  public static String head() {
    return String.format(
        Locale.ROOT,
        "  %-42s %8s %9s %9s %9s %9s",
        "milliseconds",
        "n",
        "p50",
        "p95",
        "p99",
        "p99.9");
  }
}
