package io.palmyra.contracts.alert;

/** How soon a person must look. */
public enum Severity {
  /** For the record. */
  INFO,
  /** Look today. */
  WARNING,
  /** Look now. */
  CRITICAL
}
