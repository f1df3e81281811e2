package io.palmyra.contracts.value;

import io.palmyra.contracts.TextValue;
import io.palmyra.contracts.id.TextRule;

/**
 * A currency or crypto asset by its code, such as USD or USDT.
 *
 * @param value 2 to 10 capital letters and digits
 */
public record Currency(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule("currency", "[A-Z0-9]{2,10}", "2 to 10 of A-Z, 0-9");

  /** The dollar, through which conversions may cross. */
  public static final Currency USD = new Currency("USD");

  public Currency {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
