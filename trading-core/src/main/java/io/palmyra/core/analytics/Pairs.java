package io.palmyra.core.analytics;

/** Statistics of two series side by side. */
public final class Pairs {
  private Pairs() {}

  /** Population covariance (over n), NaN of nothing. */
  public static double covariance(double[] left, double[] right) {
    double meanLeft = mean(left);
    double meanRight = mean(right);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += (left[i] - meanLeft) * (right[i] - meanRight);
    }
    return sum / left.length;
  }

  static double correlation(double[] left, double[] right) {
    return covariance(left, right) / Math.sqrt(covariance(left, left) * covariance(right, right));
  }

  /** Mean, NaN of nothing. */
  public static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
