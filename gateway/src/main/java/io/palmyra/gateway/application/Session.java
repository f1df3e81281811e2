package io.palmyra.gateway.application;

import io.palmyra.platform.security.Role;
import java.time.Instant;
import java.util.List;

/**
 * What a log-in gives.
 *
 * @param accessToken to be sent as bearer token
 * @param expiresAt when it ends; renew before
 * @param user who logged in
 */
public record Session(String accessToken, Instant expiresAt, SessionUser user) {
  /**
   * Who logged in.
   *
   * @param username the user
   * @param roles what the user may do
   * @param accounts ids of the accounts that the user sees, or {@code *}
   */
  public record SessionUser(String username, List<Role> roles, List<String> accounts) {}
}
