package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * The venue's own id of one fill.
 *
 * @param value 1 to 128 characters without spaces
 */
public record ExecutionId(String value) implements TextValue {
  private static final TextRule RULE = TextRule.ofVenue("executionId");

  public ExecutionId {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
