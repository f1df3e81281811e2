package io.palmyra.core.strategy.indicator;

/**
 * A sum kept in two doubles (Knuth's TwoSum, and products by fused multiply-add), so that adding
 * and taking away leaves no rounding behind: it depends on what is in it, not on what passed
 * through.
 */
final class TwofoldSum {
  private double high;
  private double low;

  void add(double value) {
    double sum = high + value;
    double part = sum - high;
    double error = (high - (sum - part)) + (value - part);
    double rest = low + error;
    high = sum + rest;
    low = rest - (high - sum);
  }

  void addProduct(double left, double right) {
    double product = left * right;
    add(product);
    add(Math.fma(left, right, -product));
  }

  void add(TwofoldSum other) {
    add(other.high);
    add(other.low);
  }

  void subtract(TwofoldSum other) {
    add(-other.high);
    add(-other.low);
  }

  /** Adds {@code factor} × {@code other}. */
  void addScaled(TwofoldSum other, double factor) {
    addProduct(other.high, factor);
    addProduct(other.low, factor);
  }

  /** Adds the product of two sums, but for what is below the last bit of the second double. */
  void addProduct(TwofoldSum left, TwofoldSum right) {
    addProduct(left.high, right.high);
    addProduct(left.high, right.low);
    addProduct(left.low, right.high);
  }

  void clear() {
    high = 0;
    low = 0;
  }

  double value() {
    return high + low;
  }
}
