package io.palmyra.core.venue;

/** Where an order stands at the venue. */
public enum VenueOrderStatus {
  /** In the book, or waiting for its stop. */
  WORKING,
  /** Filled whole. */
  FILLED,
  /** Canceled by the client or by its time in force. */
  CANCELED,
  /** Never taken up. */
  REJECTED,
  /** Its day ended. */
  EXPIRED
}
