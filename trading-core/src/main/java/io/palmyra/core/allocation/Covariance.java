package io.palmyra.core.allocation;

import io.palmyra.core.analytics.Pairs;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Means and sample covariances (n - 1) of daily returns, on the days that all have; NaN where those
 * are fewer than two.
 */
final class Covariance {
  private final double[] means;
  private final double[][] values;
  private final int days;

  private Covariance(double[] means, double[][] values, int days) {
    this.means = means;
    this.values = values;
    this.days = days;
  }

  static Covariance of(List<Candidate> candidates) {
    SortedSet<LocalDate> common = new TreeSet<>(candidates.getFirst().returns().keySet());
    candidates.forEach(candidate -> common.retainAll(candidate.returns().keySet()));
    double[][] returns =
        candidates.stream()
            .map(each -> common.stream().mapToDouble(day -> each.returns().get(day)).toArray())
            .toArray(double[][]::new);
    int size = returns.length;
    double sample = (double) common.size() / (common.size() - 1);
    var means = new double[size];
    var values = new double[size][size];
    for (int i = 0; i < size; i++) {
      means[i] = Pairs.mean(returns[i]);
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        values[i][j] = sample * Pairs.covariance(returns[i], returns[j]);
        values[j][i] = values[i][j];
      }
    }
    return new Covariance(means, values, common.size());
  }

  int size() {
    return means.length;
  }

  int days() {
    return days;
  }

  double mean(int i) {
    return means[i];
  }

  double of(int i, int j) {
    return values[i][j];
  }

  /** What the others add to a weight's slope: the sum over j ≠ i of cov(i, j) times weight j. */
  double others(int i, double[] weights) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      if (j != i) {
        sum += values[i][j] * weights[j];
      }
    }
    return sum;
  }
}
