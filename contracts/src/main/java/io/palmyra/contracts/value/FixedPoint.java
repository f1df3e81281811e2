package io.palmyra.contracts.value;

/**
 * Exact arithmetic on scaled {@code long} numbers: mantissa × 10<sup>−scale</sup>.
 *
 * <p>Products and quotients go through 128 bits and are rounded HALF_EVEN; a result that does not
 * fit a {@code long} throws {@link ArithmeticException}. Nothing here allocates, except for text.
 */
public final class FixedPoint {
  /** The finest scale of a number on the wire. */
  public static final int MAX_SCALE = 12;

  /** The largest power of ten that fits a {@code long}. */
  public static final int MAX_EXPONENT = 18;

  private static final long[] POWERS = new long[MAX_EXPONENT + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private FixedPoint() {}

  /**
   * 10 to the power of {@code exponent}.
   *
   * @param exponent 0 to 18
   */
  public static long powerOfTen(int exponent) {
    return POWERS[exponent];
  }

  /** Checks that a scale is between 0 and {@link #MAX_SCALE}. */
  public static void requireScale(int scale) {
    if (scale < 0 || scale > MAX_SCALE) {
      throw new IllegalArgumentException("scale " + scale + " is not between 0 and " + MAX_SCALE);
    }
  }

  /** The mantissa of the same number at another scale, rounded HALF_EVEN. */
  public static long rescale(long mantissa, int from, int to) {
    if (to == from) {
      return mantissa;
    }
    return to > from
        ? Math.multiplyExact(mantissa, POWERS[to - from])
        : multiply(mantissa, 1, from - to);
  }

  /** Whether the number can stand at the coarser scale {@code to} without rounding. */
  public static boolean isExact(long mantissa, int from, int to) {
    return to >= from || mantissa % POWERS[from - to] == 0;
  }

  /** Compares two numbers of any scales, without overflow. */
  public static int compare(long a, int scaleA, long b, int scaleB) {
    if (scaleA == scaleB) {
      return Long.compare(a, b);
    }
    if (scaleA > scaleB) {
      return -compare(b, scaleB, a, scaleA);
    }
    long factor = POWERS[scaleB - scaleA];
    long high = Math.multiplyHigh(a, factor);
    long low = a * factor;
    if (high != low >> 63) {
      return high < 0 ? -1 : 1;
    }
    return Long.compare(low, b);
  }

  /**
   * a × b ÷ 10<sup>drop</sup>, rounded HALF_EVEN.
   *
   * @param drop decimal places to drop, 0 to 18
   */
  public static long multiply(long a, long b, int drop) {
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    if (high == low >> 63 && low != Long.MIN_VALUE) {
      long divisor = POWERS[drop];
      long quotient = roundHalfEven(Math.abs(low) / divisor, Math.abs(low) % divisor, divisor);
      return low < 0 ? -quotient : quotient;
    }
    boolean negative = high < 0;
    if (negative) {
      low = -low;
      high = ~high + (low == 0 ? 1 : 0);
    }
    int second = Math.max(0, drop - 9);
    long firstDivisor = POWERS[drop - second];
    long secondDivisor = POWERS[second];

    // Two long divisions by divisors below 2^30, limb by limb, keep every step within 64 bits.
    long r;
    long l3 = high >>> 32;
    long l2 = high & 0xFFFFFFFFL;
    long l1 = low >>> 32;
    long l0 = low & 0xFFFFFFFFL;
    long n;
    n = l3;
    l3 = n / firstDivisor;
    r = n % firstDivisor;
    n = (r << 32) | l2;
    l2 = n / firstDivisor;
    r = n % firstDivisor;
    n = (r << 32) | l1;
    l1 = n / firstDivisor;
    r = n % firstDivisor;
    n = (r << 32) | l0;
    l0 = n / firstDivisor;
    long firstRemainder = n % firstDivisor;
    n = l3;
    l3 = n / secondDivisor;
    r = n % secondDivisor;
    n = (r << 32) | l2;
    l2 = n / secondDivisor;
    r = n % secondDivisor;
    n = (r << 32) | l1;
    l1 = n / secondDivisor;
    r = n % secondDivisor;
    n = (r << 32) | l0;
    l0 = n / secondDivisor;
    long remainder = n % secondDivisor * firstDivisor + firstRemainder;

    if (l3 != 0 || l2 != 0 || l1 > 0x7FFFFFFFL) {
      throw new ArithmeticException("overflow: " + a + " x " + b + " / 10^" + drop);
    }
    long quotient = roundHalfEven((l1 << 32) | l0, remainder, POWERS[drop]);
    return negative ? -quotient : quotient;
  }

  /**
   * (a ÷ b) at the given scale, rounded HALF_EVEN.
   *
   * @param scaleA scale of a
   * @param b not 0
   * @param scaleB scale of b
   * @param scale scale of the result; {@code scale + scaleB - scaleA} must be between -18 and 18
   */
  public static long divide(long a, int scaleA, long b, int scaleB, int scale) {
    if (b == 0) {
      throw new ArithmeticException("division by zero: " + a + " / 0");
    }
    int shift = scale + scaleB - scaleA;
    long divisor = magnitude(b);
    long high = 0;
    long low = magnitude(a);
    if (shift >= 0) {
      long factor = POWERS[shift];
      high = Math.unsignedMultiplyHigh(low, factor);
      low = low * factor;
    } else {
      divisor = Math.multiplyExact(divisor, POWERS[-shift]);
    }
    if (high >= divisor) {
      throw new ArithmeticException("overflow: " + a + " / " + b + " at scale " + scale);
    }
    // Restoring division, bit by bit: the remainder stays below the divisor, which is below 2^63.
    long remainder = high;
    long quotient = 0;
    for (int bit = 63; bit >= 0; bit--) {
      remainder = (remainder << 1) | ((low >>> bit) & 1);
      quotient <<= 1;
      if (Long.compareUnsigned(remainder, divisor) >= 0) {
        remainder -= divisor;
        quotient |= 1;
      }
    }
    if (quotient < 0) {
      throw new ArithmeticException("overflow: " + a + " / " + b + " at scale " + scale);
    }
    quotient = roundHalfEven(quotient, remainder, divisor);
    return (a < 0) == (b < 0) ? quotient : -quotient;
  }

  private static long magnitude(long value) {
    if (value == Long.MIN_VALUE) {
      throw new ArithmeticException("overflow: " + value);
    }
    return Math.abs(value);
  }

  private static long roundHalfEven(long quotient, long remainder, long divisor) {
    int half = Long.compare(remainder, divisor - remainder);
    return half > 0 || (half == 0 && (quotient & 1) == 1)
        ? Math.incrementExact(quotient)
        : quotient;
  }

  /** Plain decimal text with exactly {@code scale} decimal places; never an exponent. */
  public static String format(long mantissa, int scale) {
    if (scale == 0) {
      return Long.toString(mantissa);
    }
    String digits = Long.toString(mantissa);
    int start = mantissa < 0 ? 1 : 0;
    var text = new StringBuilder(digits.length() + scale + 2);
    text.append(digits, 0, start);
    int whole = digits.length() - start - scale;
    if (whole <= 0) {
      text.append("0.").repeat('0', -whole).append(digits, start, digits.length());
    } else {
      text.append(digits, start, start + whole)
          .append('.')
          .append(digits, start + whole, digits.length());
    }
    return text.toString();
  }

  /** Decimal places of a plain decimal text. */
  public static int scaleOf(String text) {
    int dot = text.indexOf('.');
    return dot < 0 ? 0 : text.length() - dot - 1;
  }

  /**
   * Mantissa of a plain decimal text (digits, at most one point, an optional minus) at its own
   * scale.
   *
   * @throws IllegalArgumentException if the text is not such a number, or has too many digits
   */
  public static long parse(String text) {
    int length = text.length();
    int i = 0;
    boolean negative = length > 0 && text.charAt(0) == '-';
    if (negative) {
      i = 1;
    }
    // Counted below zero, where there is one number more.
    long value = 0;
    int digits = 0;
    int dots = 0;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.' && dots == 0 && digits > 0 && i < length - 1) {
        dots++;
      } else if (c >= '0' && c <= '9') {
        if (value < (Long.MIN_VALUE + (c - '0')) / 10) {
          throw notANumber(text, "a number of at most 18 digits");
        }
        value = value * 10 - (c - '0');
        digits++;
      } else {
        throw notANumber(text, "a plain decimal such as 12.50");
      }
    }
    if (digits == 0) {
      throw notANumber(text, "a plain decimal such as 12.50");
    }
    if (scaleOf(text) > MAX_SCALE) {
      throw notANumber(text, "a decimal of at most " + MAX_SCALE + " places");
    }
    if (!negative && value == Long.MIN_VALUE) {
      throw notANumber(text, "a number of at most 18 digits");
    }
    return negative ? value : -value;
  }

  private static IllegalArgumentException notANumber(String text, String allowed) {
    return new IllegalArgumentException("'" + text + "' is not " + allowed);
  }
}
