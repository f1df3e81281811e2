package io.palmyra.contracts.value;

/**
 * A number of units or contracts: mantissa × 10<sup>−scale</sup>. Positions are signed: above zero
 * is long, below zero is short; the quantity of an order is above zero.
 *
 * <p>Equality is of mantissa and scale; {@link #compareTo} compares the numbers.
 *
 * @param mantissa the digits
 * @param scale decimal places, 0 to 12: the instrument's
 */
public record Quantity(long mantissa, int scale) implements Comparable<Quantity> {
  /** Nothing, at scale 0. */
  public static final Quantity ZERO = new Quantity(0, 0);

  /** One, at scale 0. */
  public static final Quantity ONE = new Quantity(1, 0);

  public Quantity {
    FixedPoint.requireScale(scale);
  }

  /**
   * The quantity that a plain decimal text says, at the scale it is written in.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static Quantity of(String text) {
    return new Quantity(FixedPoint.parse(text), FixedPoint.scaleOf(text));
  }

  /** The same quantity at another scale, rounded HALF_EVEN. */
  public Quantity atScale(int newScale) {
    return newScale == scale
        ? this
        : new Quantity(FixedPoint.rescale(mantissa, scale, newScale), newScale);
  }

  /** The sum, at the finer scale of the two. */
  public Quantity plus(Quantity other) {
    int finer = Math.max(scale, other.scale);
    return new Quantity(
        Math.addExact(
            FixedPoint.rescale(mantissa, scale, finer),
            FixedPoint.rescale(other.mantissa, other.scale, finer)),
        finer);
  }

  /** The difference, at the finer scale of the two. */
  public Quantity minus(Quantity other) {
    return plus(other.negate());
  }

  /** The quantity with its sign turned. */
  public Quantity negate() {
    return new Quantity(Math.negateExact(mantissa), scale);
  }

  /** The quantity without its sign. */
  public Quantity abs() {
    return mantissa < 0 ? negate() : this;
  }

  /** The smaller of the two. */
  public Quantity min(Quantity other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Rounded towards zero to a whole number of lots, at the lot's scale. */
  public Quantity floorToMultipleOf(Quantity lot) {
    int finer = Math.max(scale, lot.scale);
    long step = FixedPoint.rescale(lot.mantissa, lot.scale, finer);
    long whole = FixedPoint.rescale(mantissa, scale, finer) / step * step;
    return new Quantity(FixedPoint.rescale(whole, finer, lot.scale), lot.scale);
  }

  /** Whether the quantity is a whole number of lots. */
  public boolean isMultipleOf(Quantity lot) {
    int finer = Math.max(scale, lot.scale);
    return FixedPoint.rescale(mantissa, scale, finer)
            % FixedPoint.rescale(lot.mantissa, lot.scale, finer)
        == 0;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return Long.signum(mantissa);
  }

  /** For indicators and statistics only. */
  public double toDouble() {
    return (double) mantissa / FixedPoint.powerOfTen(scale);
  }

  @Override
  public int compareTo(Quantity other) {
    return FixedPoint.compare(mantissa, scale, other.mantissa, other.scale);
  }

  @Override
  public String toString() {
    return FixedPoint.format(mantissa, scale);
  }
}
