package io.palmyra.contracts.value;

import static io.palmyra.contracts.value.Numbers.exact;
import static io.palmyra.contracts.value.Numbers.fits;
import static io.palmyra.contracts.value.Numbers.rounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fixed point against BigDecimal: the same number, or an overflow where it does not fit. */
class FixedPointTests {
  @Test
  void multipliesLikeBigDecimal() {
    var numbers = new Numbers(1);
    for (int i = 0; i < Numbers.CASES; i++) {
      long a = numbers.mantissa();
      long b = numbers.mantissa();
      int drop = numbers.below(19);
      BigInteger right = rounded(exact(a, drop).multiply(BigDecimal.valueOf(b)), 0);

      assertSame(right, () -> FixedPoint.multiply(a, b, drop), a + " * " + b + " / 10^" + drop);
    }
  }

  @Test
  void dividesLikeBigDecimal() {
    var numbers = new Numbers(2);
    for (int i = 0; i < Numbers.CASES; i++) {
      long a = numbers.mantissa();
      long b = numbers.mantissa();
      int scaleA = numbers.scale();
      int scaleB = numbers.scale();
      int scale = numbers.scale();
      int shift = scale + scaleB - scaleA;
      if (b == 0 || shift > 18 || shift < -18) {
        continue;
      }
      BigInteger right =
          exact(a, scaleA).divide(exact(b, scaleB), scale, RoundingMode.HALF_EVEN).unscaledValue();
      boolean hard =
          a == Long.MIN_VALUE
              || b == Long.MIN_VALUE
              || !fits(BigInteger.valueOf(b).multiply(BigInteger.TEN.pow(Math.max(0, -shift))));

      String what = a + "e-" + scaleA + " / " + b + "e-" + scaleB + " at " + scale;
      if (hard) {
        assertSameOrOverflow(right, () -> FixedPoint.divide(a, scaleA, b, scaleB, scale), what);
      } else {
        assertSame(right, () -> FixedPoint.divide(a, scaleA, b, scaleB, scale), what);
      }
    }
  }

  @Test
  void rescalesLikeBigDecimal() {
    var numbers = new Numbers(3);
    for (int i = 0; i < Numbers.CASES; i++) {
      long mantissa = numbers.mantissa();
      int from = numbers.scale();
      int to = numbers.scale();
      BigInteger right = rounded(exact(mantissa, from), to);

      assertSame(
          right, () -> FixedPoint.rescale(mantissa, from, to), mantissa + " " + from + ">" + to);
      if (fits(right)) {
        assertThat(FixedPoint.isExact(mantissa, from, to))
            .isEqualTo(new BigDecimal(right, to).compareTo(exact(mantissa, from)) == 0);
      }
    }
  }

  @Test
  void comparesLikeBigDecimal() {
    var numbers = new Numbers(4);
    for (int i = 0; i < Numbers.CASES; i++) {
      long a = numbers.mantissa();
      long b = numbers.below(3) == 0 ? a : numbers.mantissa();
      int scaleA = numbers.scale();
      int scaleB = numbers.scale();

      assertThat(Integer.signum(FixedPoint.compare(a, scaleA, b, scaleB)))
          .as("%d e-%d, %d e-%d", a, scaleA, b, scaleB)
          .isEqualTo(exact(a, scaleA).compareTo(exact(b, scaleB)));
    }
  }

  @Test
  void readsBackWhatItWrites() {
    var numbers = new Numbers(5);
    for (int i = 0; i < Numbers.CASES; i++) {
      long mantissa = numbers.mantissa();
      int scale = numbers.scale();
      String text = FixedPoint.format(mantissa, scale);

      assertThat(text).isEqualTo(exact(mantissa, scale).toPlainString());
      assertThat(FixedPoint.parse(text)).as(text).isEqualTo(mantissa);
      assertThat(FixedPoint.scaleOf(text)).as(text).isEqualTo(scale);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+1",
        ".5",
        "5.",
        "1e5",
        "1,000",
        " 1",
        "1 ",
        "0x1",
        "NaN",
        "1.2.3",
        "--1",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999",
        "0.1234567890123",
        "١٢"
      })
  void refusesTextsThatAreNoNumber(String text) {
    assertThatThrownBy(() -> Price.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 13, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void refusesScalesThatAreNone(int scale) {
    assertThatThrownBy(() -> new Price(1, scale)).hasMessageContaining(Integer.toString(scale));
    assertThatThrownBy(() -> new Quantity(1, scale)).hasMessageContaining(Integer.toString(scale));
  }

  @Test
  void refusesToDivideByZero() {
    assertThatThrownBy(() -> FixedPoint.divide(1, 0, 0, 0, 0))
        .isInstanceOf(ArithmeticException.class);
  }

  static void assertSame(BigInteger right, LongSupplier found, String what) {
    if (fits(right) && right.longValueExact() != Long.MIN_VALUE) {
      assertThat(found.getAsLong()).as(what).isEqualTo(right.longValueExact());
    } else {
      assertSameOrOverflow(right, found, what);
    }
  }

  static void assertSameOrOverflow(BigInteger right, LongSupplier found, String what) {
    try {
      assertThat(BigInteger.valueOf(found.getAsLong())).as(what).isEqualTo(right);
    } catch (ArithmeticException e) {
      // The exact number does not fit, or is the one that fits but has no opposite. A hot JVM
      // throws
      // without message.
      assertThat(e).as(what).isExactlyInstanceOf(ArithmeticException.class);
    }
  }
}
