package io.palmyra.backtest.history;

/** Why a row of a file is not taken. */
public enum RejectReason {
  /** It has fewer cells than the header names. */
  CELLS_MISSING("fewer cells than the header names"),
  /** Its time can't be read. */
  BAD_TIME("a time that can't be read"),
  /** A price or a volume can't be read. */
  BAD_NUMBER("a price or volume that is no number"),
  /** A price is not above 0, or a volume is below it. */
  OUT_OF_RANGE("a price that is not above 0, or a volume below it"),
  /** A score or a confidence can't be read. */
  BAD_SCORE("a score or confidence that is no number"),
  /** A score or a confidence is out of its bounds. */
  SCORE_OUT_OF_RANGE("a score that is not from -1 to 1, or a confidence that is not from 0 to 1"),
  /** It does not say who scored, or its instrument is none. */
  BAD_NAME("a source or instrument that is no name"),
  /** It ends before it begins. */
  NEVER_VALID("a validUntil that is not after its knownAt"),
  /** It breaks low ≤ open, close ≤ high. */
  HIGH_LOW("low ≤ open, close ≤ high does not hold"),
  /** A bid that is above the ask. */
  CROSSED("a bid that is above the ask"),
  /** A row before it has the same time. */
  DUPLICATE_TIME("the same time as a row before it"),
  /**
   * It is earlier than a row before it, in a file that runs forward; or later in one that does not.
   */
  OUT_OF_ORDER("a time against the order of the file");

  private final String meaning;

  RejectReason(String meaning) {
    this.meaning = meaning;
  }

  /** For people. */
  public String meaning() {
    return meaning;
  }
}
