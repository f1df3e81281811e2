package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * An account at one venue, or at the simulated one.
 *
 * @param value 1 to 32 of a-z, 0-9 and hyphen
 */
public record AccountId(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule("account", "[a-z0-9][a-z0-9-]{0,31}", "1 to 32 of a-z, 0-9 and hyphen");

  public AccountId {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
