package io.palmyra.execution.application;

import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.value.Quantity;

/**
 * How an order stands at the venue.
 *
 * @param clientOrderId our name of it
 * @param venueOrderId the venue's name of it
 * @param status where it stands
 * @param cumulativeQuantity filled so far
 * @param reason why it ended, empty otherwise
 */
public record VenueOrderReport(
    ClientOrderId clientOrderId,
    VenueOrderId venueOrderId,
    Status status,
    Quantity cumulativeQuantity,
    String reason) {
  /** Where an order stands at a venue. */
  public enum Status {
    /** It works. */
    WORKING,
    /** Filled whole. */
    FILLED,
    /** Canceled. */
    CANCELED,
    /** Refused. */
    REJECTED,
    /** Its time in force ended. */
    EXPIRED
  }
}
