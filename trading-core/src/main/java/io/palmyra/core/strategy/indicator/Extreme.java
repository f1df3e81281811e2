package io.palmyra.core.strategy.indicator;

/**
 * The highest or the lowest of the last {@code period} values. A value that a newer one beats can
 * never count again and is dropped, so that each is looked at twice at most.
 */
public final class Extreme {
  private final double[] values;
  private final long[] numbers;
  private final int period;
  private final boolean highest;
  private int first;
  private int size;
  private long count;

  private Extreme(int period, boolean highest) {
    if (period < 1) {
      throw new IllegalArgumentException("period " + period + " is below 1");
    }
    this.values = new double[period];
    this.numbers = new long[period];
    this.period = period;
    this.highest = highest;
  }

  /** The highest of so many, 1 or more. */
  public static Extreme highest(int period) {
    return new Extreme(period, true);
  }

  /** The lowest of so many, 1 or more. */
  public static Extreme lowest(int period) {
    return new Extreme(period, false);
  }

  /** Takes the next value. */
  public void add(double value) {
    if (size > 0 && numbers[first] <= count - period) {
      first = first + 1 == period ? 0 : first + 1;
      size--;
    }
    while (size > 0 && beats(value, values[at(size - 1)])) {
      size--;
    }
    int place = at(size);
    values[place] = value;
    numbers[place] = count;
    size++;
    count++;
  }

  private boolean beats(double value, double older) {
    return highest ? value >= older : value <= older;
  }

  private int at(int index) {
    int place = first + index;
    return place >= period ? place - period : place;
  }

  /** Whether the window is full. */
  public boolean isReady() {
    return count >= period;
  }

  /** The extreme; NaN until ready. */
  public double value() {
    return isReady() ? values[first] : Double.NaN;
  }
}
