package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * The venue's own id of an order.
 *
 * @param value 1 to 128 characters without spaces
 */
public record VenueOrderId(String value) implements TextValue {
  private static final TextRule RULE = TextRule.ofVenue("venueOrderId");

  public VenueOrderId {
    RULE.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
