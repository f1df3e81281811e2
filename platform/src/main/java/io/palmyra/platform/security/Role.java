package io.palmyra.platform.security;

/** What a person may do. Roles are independent: none contains another, but every one may view. */
public enum Role {
  /** Reads. */
  VIEWER,
  /** Trades: orders, cancels, strategies; may halt. */
  TRADER,
  /** Halts and lifts, edits limits. */
  RISK_MANAGER,
  /** Manages users, and nothing else. */
  ADMIN;

  /** Its name in Spring Security. */
  String authority() {
    return "ROLE_" + name();
  }
}
