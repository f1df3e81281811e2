package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * A halt within its scope.
 *
 * @param value 1 to 64 of a-z, 0-9 and hyphen
 */
public record HaltId(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule("haltId", "[a-z0-9][a-z0-9-]{0,63}", "1 to 64 of a-z, 0-9 and hyphen");

  public HaltId {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
