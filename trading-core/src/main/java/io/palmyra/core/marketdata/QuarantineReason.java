package io.palmyra.core.marketdata;

/** Why a tick must not move a decision; the names are the stable codes on the wire. */
public enum QuarantineReason {
  /** The bid is above the ask. */
  CROSSED,
  /** Bid or ask is zero or below. */
  NOT_POSITIVE,
  /** Older than allowed, or older than the tick before it. */
  STALE,
  /** No session is open at its time. */
  OUT_OF_SESSION,
  /** Too far from the last good mid, and not yet confirmed by others. */
  SPIKE,
  /** Its time is ahead of market time. */
  FUTURE,
  /** Nothing is known of its instrument. */
  UNKNOWN_INSTRUMENT
}
