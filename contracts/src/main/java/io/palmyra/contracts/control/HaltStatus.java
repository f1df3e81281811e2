package io.palmyra.contracts.control;

/** Whether a halt holds. */
public enum HaltStatus {
  /** It holds. */
  ACTIVE,
  /** It was lifted. */
  LIFTED
}
