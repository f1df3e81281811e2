package io.palmyra.contracts.control;

/** What a halt forbids, from mild to strict. */
public enum HaltMode {
  /** Only what reduces a position may go. */
  REDUCE_ONLY,
  /** Nothing may go but cancels, and reduce-only orders that name the halt. */
  HALTED
}
