package io.palmyra.contracts.value;

/**
 * A price of one unit, in the instrument's quote currency: mantissa × 10<sup>−scale</sup>.
 *
 * <p>Any sign: spreads and some futures trade below zero. Equality is of mantissa and scale; {@link
 * #compareTo} compares the numbers.
 *
 * @param mantissa the digits
 * @param scale decimal places, 0 to 12: the instrument's
 */
public record Price(long mantissa, int scale) implements Comparable<Price> {
  public Price {
    FixedPoint.requireScale(scale);
  }

  /**
   * The price that a plain decimal text says, at the scale it is written in.
   *
   * @throws IllegalArgumentException if it is no such text
   */
  public static Price of(String text) {
    return new Price(FixedPoint.parse(text), FixedPoint.scaleOf(text));
  }

  /** The same price at another scale, rounded HALF_EVEN. */
  public Price atScale(int newScale) {
    return newScale == scale
        ? this
        : new Price(FixedPoint.rescale(mantissa, scale, newScale), newScale);
  }

  /** The sum, at the finer scale of the two. */
  public Price plus(Price other) {
    int finer = Math.max(scale, other.scale);
    return new Price(
        Math.addExact(
            FixedPoint.rescale(mantissa, scale, finer),
            FixedPoint.rescale(other.mantissa, other.scale, finer)),
        finer);
  }

  /** The difference, at the finer scale of the two. */
  public Price minus(Price other) {
    return plus(other.negate());
  }

  /** The price with its sign turned. */
  public Price negate() {
    return new Price(Math.negateExact(mantissa), scale);
  }

  /** The price without its sign. */
  public Price abs() {
    return mantissa < 0 ? negate() : this;
  }

  /** The middle between this and another, one place finer than the finer of the two if need be. */
  public Price midWith(Price other) {
    Price sum = plus(other);
    if ((sum.mantissa & 1) == 0) {
      return new Price(sum.mantissa / 2, sum.scale);
    }
    return sum.scale == FixedPoint.MAX_SCALE
        ? new Price(FixedPoint.divide(sum.mantissa, 0, 2, 0, 0), sum.scale)
        : new Price(Math.multiplyExact(sum.mantissa, 5), sum.scale + 1);
  }

  /** Value of a quantity at this price, rounded once, HALF_EVEN. */
  public Money times(Quantity quantity, Currency currency) {
    return new Money(valueOf(quantity.mantissa(), scale + quantity.scale()), currency);
  }

  /**
   * Value of a quantity of contracts at this price, rounded once, HALF_EVEN; twice only where
   * quantity times multiplier needs more than 64 bits or all scales add up to more than 26.
   *
   * @param multiplier units of the underlying in one contract
   */
  public Money times(Quantity quantity, Quantity multiplier, Currency currency) {
    long high = Math.multiplyHigh(quantity.mantissa(), multiplier.mantissa());
    long units = quantity.mantissa() * multiplier.mantissa();
    int scales = scale + quantity.scale() + multiplier.scale();
    if (high == units >> 63 && scales - Money.SCALE <= FixedPoint.MAX_EXPONENT) {
      return new Money(valueOf(units, scales), currency);
    }
    long value = valueOf(quantity.mantissa(), scale + quantity.scale());
    return new Money(
        FixedPoint.multiply(value, multiplier.mantissa(), multiplier.scale()), currency);
  }

  private long valueOf(long units, int scales) {
    return scales >= Money.SCALE
        ? FixedPoint.multiply(mantissa, units, scales - Money.SCALE)
        : Math.multiplyExact(
            FixedPoint.multiply(mantissa, units, 0), FixedPoint.powerOfTen(Money.SCALE - scales));
  }

  /** Whether the price is a whole number of ticks. */
  public boolean isMultipleOf(Price tick) {
    int finer = Math.max(scale, tick.scale);
    return FixedPoint.rescale(mantissa, scale, finer)
            % FixedPoint.rescale(tick.mantissa, tick.scale, finer)
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
  public int compareTo(Price other) {
    return FixedPoint.compare(mantissa, scale, other.mantissa, other.scale);
  }

  @Override
  public String toString() {
    return FixedPoint.format(mantissa, scale);
  }
}
