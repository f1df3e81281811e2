package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.platform.web.Problems;
import java.time.Duration;

/** Numbers of limits as they come in, each above 0; a wrong one is named. */
final class Numbers {
  private static final String ALLOWED = "a plain decimal above 0";

  private Numbers() {}

  static Quantity quantity(String field, String text) {
    return Quantity.of(number(field, text));
  }

  static Money money(String field, String text, Currency currency) {
    return Money.of(number(field, text), currency);
  }

  static Duration positive(String field, Duration duration) {
    if (!duration.isPositive()) {
      throw Problems.invalid(field, duration, "a duration above zero, such as PT5S");
    }
    return duration;
  }

  private static String number(String field, String text) {
    boolean plain = text.matches("\\d{1,10}(\\.\\d{1,8})?");
    if (!plain || Quantity.of(text).signum() == 0) {
      throw Problems.invalid(field, text, ALLOWED);
    }
    return text;
  }
}
