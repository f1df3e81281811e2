package io.palmyra.execution.outbound;

import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Between our numbers and those of the database, which keeps their scales. */
final class Decimals {
  private Decimals() {}

  static BigDecimal of(Quantity quantity) {
    return BigDecimal.valueOf(quantity.mantissa(), quantity.scale());
  }

  static @Nullable BigDecimal of(@Nullable Price price) {
    return price == null ? null : BigDecimal.valueOf(price.mantissa(), price.scale());
  }

  static BigDecimal of(Money money) {
    return BigDecimal.valueOf(money.mantissa(), Money.SCALE);
  }

  static Quantity quantity(BigDecimal number) {
    return new Quantity(number.unscaledValue().longValueExact(), number.scale());
  }

  static @Nullable Price price(@Nullable BigDecimal number) {
    return number == null
        ? null
        : new Price(number.unscaledValue().longValueExact(), number.scale());
  }
}
