package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * A fill; derived from venue, account and execution id, so that a repeat is seen as one.
 *
 * @param value 32 hex digits in lower case
 */
public record FillId(String value) implements TextValue {
  private static final TextRule RULE = TextRule.ofDerived("fillId");

  public FillId {
    RULE.require(value);
  }

  /** The id of a venue's fill. */
  public static FillId of(VenueId venue, AccountId account, ExecutionId execution) {
    return new FillId(Derivation.derive("fill", venue.value(), account.value(), execution.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
