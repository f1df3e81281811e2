package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * One strategy with its parameters, on one account.
 *
 * @param value 1 to 48 of a-z, 0-9 and hyphen
 */
public record StrategyInstanceId(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule("strategyInstance", "[a-z0-9][a-z0-9-]{0,47}", "1 to 48 of a-z, 0-9 and hyphen");

  public StrategyInstanceId {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
