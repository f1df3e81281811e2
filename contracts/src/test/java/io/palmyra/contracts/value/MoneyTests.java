package io.palmyra.contracts.value;

import static io.palmyra.contracts.value.Numbers.exact;
import static io.palmyra.contracts.value.Numbers.fits;
import static io.palmyra.contracts.value.Numbers.rounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Prices, quantities and money against BigDecimal. */
class MoneyTests {
  private static final Currency EUR = new Currency("EUR");

  @Test
  void valuesQuantitiesAtPricesWithOneRounding() {
    var numbers = new Numbers(11);
    for (int i = 0; i < Numbers.CASES; i++) {
      var price = new Price(numbers.mantissa(), numbers.scale());
      var quantity = new Quantity(numbers.mantissa(), numbers.scale());
      BigDecimal product =
          exact(price.mantissa(), price.scale())
              .multiply(exact(quantity.mantissa(), quantity.scale()));

      assertMoney(product, () -> price.times(quantity, Currency.USD), price + " x " + quantity);
    }
  }

  @Test
  void valuesContractsWithOneRounding() {
    var numbers = new Numbers(12);
    for (int i = 0; i < Numbers.CASES; i++) {
      var price = new Price(numbers.below(2_000_000) - 1_000_000, numbers.below(7));
      var quantity = new Quantity(numbers.below(200_000_000) - 100_000_000, numbers.below(9));
      var multiplier = new Quantity(numbers.below(100_000) + 1, numbers.below(5));
      BigDecimal product =
          exact(price.mantissa(), price.scale())
              .multiply(exact(quantity.mantissa(), quantity.scale()))
              .multiply(exact(multiplier.mantissa(), multiplier.scale()));

      assertMoney(
          product,
          () -> price.times(quantity, multiplier, Currency.USD),
          price + " x " + quantity + " x " + multiplier);
    }
  }

  @Test
  void addsAndSubtractsExactly() {
    var numbers = new Numbers(13);
    for (int i = 0; i < Numbers.CASES; i++) {
      var a = new Money(numbers.mantissa(), Currency.USD);
      var b = new Money(numbers.mantissa(), Currency.USD);
      BigInteger sum = BigInteger.valueOf(a.mantissa()).add(BigInteger.valueOf(b.mantissa()));
      BigInteger difference =
          BigInteger.valueOf(a.mantissa()).subtract(BigInteger.valueOf(b.mantissa()));

      assertExactly(sum, () -> a.plus(b).mantissa(), a + " + " + b);
      assertExactly(difference, () -> a.minus(b).mantissa(), a + " - " + b);
      assertThat(Integer.signum(a.compareTo(b))).isEqualTo(difference.signum());
    }
  }

  @Test
  void addsPricesAndQuantitiesAtTheFinerScale() {
    var numbers = new Numbers(14);
    for (int i = 0; i < Numbers.CASES; i++) {
      var a = new Quantity(numbers.mantissa(), numbers.scale());
      var b = new Quantity(numbers.mantissa(), numbers.scale());
      int finer = Math.max(a.scale(), b.scale());
      BigDecimal sum = exact(a.mantissa(), a.scale()).add(exact(b.mantissa(), b.scale()));
      try {
        assertThat(a.plus(b))
            .isEqualTo(new Quantity(sum.setScale(finer).unscaledValue().longValueExact(), finer));
        assertThat(new Price(a.mantissa(), a.scale()).plus(new Price(b.mantissa(), b.scale())))
            .isEqualTo(new Price(a.plus(b).mantissa(), finer));
      } catch (ArithmeticException e) {
        // The sum, or a summand at the finer scale, needs more than 64 bits.
        assertThat(
                fits(sum.setScale(finer).unscaledValue())
                    && fits(rounded(exact(a.mantissa(), a.scale()), finer))
                    && fits(rounded(exact(b.mantissa(), b.scale()), finer)))
            .as("%s + %s: %s", a, b, e)
            .isFalse();
      }
    }
  }

  @Test
  void convertsBothWays() {
    var numbers = new Numbers(15);
    for (int i = 0; i < Numbers.CASES; i++) {
      var amount = new Money(numbers.below(2_000_000_000) * 1_000L, EUR);
      var rate = new Price(numbers.below(1_000_000) + 1, numbers.below(7));
      BigDecimal exactRate = exact(rate.mantissa(), rate.scale());
      BigDecimal exactAmount = exact(amount.mantissa(), Money.SCALE);

      assertMoney(
          exactAmount.multiply(exactRate), () -> amount.convert(rate, Currency.USD), "convert");
      BigInteger inverse =
          exactAmount
              .divide(exactRate, Money.SCALE, java.math.RoundingMode.HALF_EVEN)
              .unscaledValue();
      FixedPointTests.assertSame(
          inverse, () -> amount.convertInverse(rate, Currency.USD).mantissa(), "inverse");
    }
  }

  @Test
  void findsTheMiddleExactly() {
    var numbers = new Numbers(16);
    for (int i = 0; i < Numbers.CASES; i++) {
      var bid = new Price(numbers.below(2_000_000_000), numbers.below(12));
      var ask = new Price(numbers.below(2_000_000_000), numbers.below(12));
      BigDecimal sum = exact(bid.mantissa(), bid.scale()).add(exact(ask.mantissa(), ask.scale()));
      Price mid;
      try {
        mid = bid.midWith(ask);
      } catch (ArithmeticException e) {
        continue;
      }
      assertThat(exact(mid.mantissa(), mid.scale()))
          .isEqualByComparingTo(sum.divide(BigDecimal.valueOf(2)));
    }
  }

  @Test
  void floorsToLotsTowardsZero() {
    var numbers = new Numbers(17);
    for (int i = 0; i < Numbers.CASES; i++) {
      var quantity = new Quantity(numbers.below(2_000_000_000) - 1_000_000_000, numbers.below(9));
      var lot = new Quantity(numbers.below(100_000) + 1, numbers.below(9));
      BigDecimal exactLot = exact(lot.mantissa(), lot.scale());
      BigDecimal whole =
          exact(quantity.mantissa(), quantity.scale())
              .divideToIntegralValue(exactLot)
              .multiply(exactLot);

      Quantity floored = quantity.floorToMultipleOf(lot);
      assertThat(exact(floored.mantissa(), floored.scale())).isEqualByComparingTo(whole);
      assertThat(floored.isMultipleOf(lot)).isTrue();
    }
  }

  @Test
  void refusesToMixCurrencies() {
    Money euro = Money.of("1", EUR);

    assertThatThrownBy(() -> euro.plus(Money.of("1", Currency.USD))).hasMessageContaining("USD");
    assertThatThrownBy(() -> euro.minus(Money.of("1", Currency.USD))).hasMessageContaining("EUR");
    assertThatThrownBy(() -> euro.compareTo(Money.of("1", Currency.USD)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAmountsFinerThanItKeeps() {
    assertThat(Money.of("0.123456780000", EUR)).isEqualTo(Money.of("0.12345678", EUR));
    assertThatThrownBy(() -> Money.of("0.123456789", EUR)).hasMessageContaining("0.123456789");
  }

  private static void assertMoney(BigDecimal right, Supplier<Money> found, String what) {
    FixedPointTests.assertSame(rounded(right, Money.SCALE), () -> found.get().mantissa(), what);
  }

  private static void assertExactly(
      BigInteger right, java.util.function.LongSupplier found, String what) {
    if (fits(right)) {
      assertThat(found.getAsLong()).as(what).isEqualTo(right.longValueExact());
    } else {
      assertThatThrownBy(found::getAsLong).as(what).isInstanceOf(ArithmeticException.class);
    }
  }
}
