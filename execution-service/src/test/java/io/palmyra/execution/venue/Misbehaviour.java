package io.palmyra.execution.venue;

/** What venues do at times. */
public enum Misbehaviour {
  /** Nothing of the kind. */
  NONE,
  /** Answers come half a second late. */
  IS_LATE,
  /** Answers come later than anybody waits. */
  IS_TOO_LATE,
  /** What is asked for is done, and nobody hears of it. */
  LOSES_ANSWERS,
  /** Each event is told twice. */
  REPEATS_EVENTS,
  /** Of two events the later one is told first. */
  REORDERS_EVENTS,
  /** Every order is refused. */
  REFUSES,
  /** More than two messages in a second are refused. */
  THROTTLES,
  /** Working orders are canceled when the session ends. */
  CANCELS_ON_DISCONNECT
}
