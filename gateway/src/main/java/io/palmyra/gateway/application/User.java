package io.palmyra.gateway.application;

import io.palmyra.platform.security.Role;
import java.time.Instant;
import java.util.Set;

/**
 * A person who may log in.
 *
 * @param username 1 to 64 letters, digits and . _ @ -
 * @param passwordHash never the password
 * @param roles what the person may do
 * @param accounts ids of the accounts that the person sees, or {@code *} for all
 * @param enabled whether the person may log in
 * @param createdAt when made
 * @param changedAt when last changed
 */
public record User(
    String username,
    String passwordHash,
    Set<Role> roles,
    Set<String> accounts,
    boolean enabled,
    Instant createdAt,
    Instant changedAt) {
  public User {
    roles = Set.copyOf(roles);
    accounts = Set.copyOf(accounts);
  }

  @Override
  public String toString() {
    return "User[" + username + " " + roles + " " + accounts + (enabled ? "]" : " disabled]");
  }
}
