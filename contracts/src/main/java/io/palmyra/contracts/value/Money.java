package io.palmyra.contracts.value;

import java.util.Objects;

/**
 * An amount of a currency, in units of 10<sup>−8</sup>: any sign, up to about ±92 billion.
 *
 * @param mantissa the amount × 10<sup>8</sup>
 * @param currency of the amount
 */
public record Money(long mantissa, Currency currency) implements Comparable<Money> {
  /** Decimal places of every amount. */
  public static final int SCALE = 8;

  public Money {
    Objects.requireNonNull(currency, "currency");
  }

  /** Nothing of a currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /**
   * The amount that a plain decimal text says.
   *
   * @throws IllegalArgumentException if it is no such text, or finer than 8 places
   */
  public static Money of(String amount, Currency currency) {
    int scale = FixedPoint.scaleOf(amount);
    long mantissa = FixedPoint.parse(amount);
    if (!FixedPoint.isExact(mantissa, scale, SCALE)) {
      throw new IllegalArgumentException("'" + amount + "' is finer than " + SCALE + " places");
    }
    return new Money(FixedPoint.rescale(mantissa, scale, SCALE), currency);
  }

  /** The sum of two amounts of one currency. */
  public Money plus(Money other) {
    requireSame(other);
    return new Money(Math.addExact(mantissa, other.mantissa), currency);
  }

  /** The difference of two amounts of one currency. */
  public Money minus(Money other) {
    requireSame(other);
    return new Money(Math.subtractExact(mantissa, other.mantissa), currency);
  }

  /** The amount with its sign turned. */
  public Money negate() {
    return new Money(Math.negateExact(mantissa), currency);
  }

  /** The amount without its sign. */
  public Money abs() {
    return mantissa < 0 ? negate() : this;
  }

  /** The amount times a plain factor, rounded HALF_EVEN. */
  public Money times(Quantity factor) {
    return new Money(FixedPoint.multiply(mantissa, factor.mantissa(), factor.scale()), currency);
  }

  /**
   * The amount in another currency, rounded HALF_EVEN.
   *
   * @param rate units of {@code into} for one unit of this currency
   */
  public Money convert(Price rate, Currency into) {
    return new Money(FixedPoint.multiply(mantissa, rate.mantissa(), rate.scale()), into);
  }

  /**
   * The amount in another currency, rounded HALF_EVEN.
   *
   * @param rate units of this currency for one unit of {@code into}
   */
  public Money convertInverse(Price rate, Currency into) {
    return new Money(
        FixedPoint.divide(mantissa, SCALE, rate.mantissa(), rate.scale(), SCALE), into);
  }

  /** -1, 0 or 1. */
  public int signum() {
    return Long.signum(mantissa);
  }

  /** For statistics only. */
  public double toDouble() {
    return (double) mantissa / FixedPoint.powerOfTen(SCALE);
  }

  /** The amount as plain decimal text of 8 places, without the currency. */
  public String amount() {
    return FixedPoint.format(mantissa, SCALE);
  }

  @Override
  public int compareTo(Money other) {
    requireSame(other);
    return Long.compare(mantissa, other.mantissa);
  }

  @Override
  public String toString() {
    return amount() + " " + currency.value();
  }

  private void requireSame(Money other) {
    if (!currency.equals(other.currency)) {
      throw differ(mantissa, currency, other.mantissa, other.currency);
    }
  }

  /** Takes the parts, so that no amount has to exist as an object for this path's sake. */
  private static IllegalArgumentException differ(long a, Currency of, long b, Currency other) {
    return new IllegalArgumentException(
        "currencies differ: " + new Money(a, of) + " and " + new Money(b, other));
  }
}
