package io.palmyra.contracts.id;

import io.palmyra.contracts.TextValue;

/**
 * An instrument as SYMBOL.VENUE, where the venue is the market that makes its price.
 *
 * @param value for example {@code EURUSD.SIM}
 */
public record InstrumentId(String value) implements TextValue {
  private static final TextRule RULE =
      new TextRule(
          "instrument",
          "[A-Z0-9][A-Z0-9:/_-]{0,31}\\.[A-Z][A-Z0-9_]{0,15}",
          "SYMBOL.VENUE in capitals, such as EURUSD.SIM");

  public InstrumentId {
    RULE.require(value);
  }

  /** The instrument of a symbol on a venue. */
  public static InstrumentId of(String symbol, VenueId venue) {
    return new InstrumentId(symbol + "." + venue.value());
  }

  /** What stands before the point. */
  public String symbol() {
    return value.substring(0, value.lastIndexOf('.'));
  }

  /** The market that makes the price. */
  public VenueId venue() {
    return new VenueId(value.substring(value.lastIndexOf('.') + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
