package io.palmyra.gateway.application;

import io.palmyra.platform.security.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * New values for a user; null keeps what is.
 *
 * @param password new password, 12 to 128 characters
 * @param roles new roles
 * @param accounts new accounts
 * @param enabled whether the user may log in
 */
public record UserChanges(
    @Nullable String password,
    @Nullable Set<Role> roles,
    @Nullable Set<String> accounts,
    @Nullable Boolean enabled) {
  @Override
  public String toString() {
    return "UserChanges[" + roles + " " + accounts + " " + enabled + "]";
  }
}
