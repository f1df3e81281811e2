package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * A market that makes prices or takes orders.
 *
 * @param value 1 to 16 of A-Z, 0-9 and underscore, a letter first
 */
public record VenueId(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule(
          "venue", "[A-Z][A-Z0-9_]{0,15}", "1 to 16 of A-Z, 0-9 and underscore, a letter first");

  public VenueId {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
