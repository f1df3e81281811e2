package io.palmyra.gateway.application;

import io.palmyra.platform.security.Role;
import java.util.Set;

/** The command line on the machine that runs the suite: it trades and halts, but manages nobody. */
final class LocalUser {
  static final String NAME = "local";
  static final Set<Role> ROLES = Set.of(Role.VIEWER, Role.TRADER, Role.RISK_MANAGER);
  static final Set<String> ACCOUNTS = Set.of("*");

  private LocalUser() {}
}
