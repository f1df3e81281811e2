package io.palmyra.core.allocation;

import java.util.Arrays;

/** Weights from covariances. Each search goes one weight at a time until none moves any more. */
final class Weights {
  private static final int MOST_ROUNDS = 10_000;
  private static final double STILL = 1e-13;

  private Weights() {}

  /** Where a weight goes while the others stay. */
  @FunctionalInterface
  private interface Step {
    double of(int i, double[] weights);
  }

  static double[] inverseVolatility(Covariance known) {
    var weights = new double[known.size()];
    Arrays.setAll(weights, i -> 1 / Math.sqrt(known.of(i, i)));
    return normalised(weights);
  }

  /**
   * Equal contributions to risk, by cyclical coordinate descent (Griveau-Billion, Richard and
   * Roncalli, "A fast algorithm for computing high-dimensional risk parity portfolios", 2013): each
   * weight is the positive root of cov(i, i) w² + others w - 1/n = 0. It begins at inverse
   * volatilities, which are the answer where all correlations are the same.
   */
  static double[] riskParity(Covariance known) {
    int n = known.size();
    var weights = inverseVolatility(known);
    double scale = 1 / Math.sqrt(variance(known, weights));
    Arrays.setAll(weights, i -> weights[i] * scale);
    settle(
        weights,
        (i, now) -> {
          double others = known.others(i, now);
          double own = known.of(i, i);
          return (Math.sqrt(others * others + 4 * own / n) - others) / (2 * own);
        });
    return normalised(weights);
  }

  /**
   * A fraction of the weights that make the logarithm of capital grow fastest, mean · w - ½ w · cov
   * · w at its highest for weights of 0 and more; scaled down where they exceed the whole.
   */
  static double[] kelly(Covariance known, double fraction, double most) {
    double bound = most / fraction;
    var weights = new double[known.size()];
    settle(
        weights,
        (i, now) -> Math.clamp((known.mean(i) - known.others(i, now)) / known.of(i, i), 0, bound));
    Arrays.setAll(weights, i -> weights[i] * fraction);
    double sum = Arrays.stream(weights).sum();
    return sum > 1 ? normalised(weights) : weights;
  }

  /**
   * None above the most; what is cut off goes to the others in proportion, while they have room.
   */
  static double[] capped(double[] weights, double most) {
    double[] capped = weights.clone();
    var full = new boolean[capped.length];
    for (int round = 0; round < capped.length; round++) {
      double cut = 0;
      double open = 0;
      for (int i = 0; i < capped.length; i++) {
        if (capped[i] > most) {
          cut += capped[i] - most;
          capped[i] = most;
          full[i] = true;
        } else if (!full[i]) {
          open += capped[i];
        }
      }
      if (cut == 0 || open == 0) {
        return capped;
      }
      double factor = 1 + cut / open;
      for (int i = 0; i < capped.length; i++) {
        if (!full[i]) {
          capped[i] *= factor;
        }
      }
    }
    Arrays.setAll(capped, i -> Math.min(capped[i], most));
    return capped;
  }

  private static void settle(double[] weights, Step step) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double moved = 0;
      for (int i = 0; i < weights.length; i++) {
        double next = step.of(i, weights);
        moved = Math.max(moved, Math.abs(next - weights[i]) / Math.max(1, Math.abs(next)));
        weights[i] = next;
      }
      if (moved < STILL) {
        return;
      }
    }
  }

  private static double variance(Covariance known, double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * (known.of(i, i) * weights[i] + known.others(i, weights));
    }
    return sum;
  }

  private static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
