package io.palmyra.core.execution;

/** Why an order was not sent; stable, as it stands in {@code order-denied}. */
public enum DenyCode {
  /** Its cancel came before it was sent. */
  CANCELED_BEFORE,
  /** The account is unarmed by a durable flag, or not reconciled. */
  UNARMED,
  /** Another may own the account. */
  LEASE_LOST,
  /** Control is not read to its end, or risk has not been heard for too long. */
  CONTROL_STALE,
  /** A halt holds. */
  HALTED,
  /** Only what reduces may go. */
  REDUCE_ONLY,
  /** It waited longer than it may. */
  TOO_OLD,
  /** An order of unknown fate in the same instrument blocks new exposure. */
  UNKNOWN_ORDER,
  /** All was done but the sending. */
  DRY_RUN,
  /** The venue, asked, never got it. */
  NOT_AT_VENUE
}
