package io.palmyra.core.strategy.indicator;

/** The last so many values, in a ring. */
final class Window {
  private final double[] values;
  private int next;
  private long count;

  /**
   * @param period values that it holds, 1 or more
   */
  Window(int period) {
    if (period < 1) {
      throw new IllegalArgumentException("period " + period + " is below 1");
    }
    values = new double[period];
  }

  /** Puts the next value in the place of the oldest, which is returned; 0 while not full. */
  double push(double value) {
    double oldest = values[next];
    values[next] = value;
    next = next + 1 == values.length ? 0 : next + 1;
    count++;
    return oldest;
  }

  boolean isFull() {
    return count >= values.length;
  }

  int period() {
    return values.length;
  }

  /** Sum of the distances of all values from one. */
  double distanceFrom(double center) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value - center);
    }
    return sum;
  }
}
