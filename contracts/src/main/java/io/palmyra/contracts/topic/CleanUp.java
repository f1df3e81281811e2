package io.palmyra.contracts.topic;

/** How long records stay. */
public enum CleanUp {
  /** For a time, 7 days unless an operator says otherwise. */
  TIME,
  /** The latest of each key stays. */
  COMPACT,
  /** All stay. */
  KEPT
}
