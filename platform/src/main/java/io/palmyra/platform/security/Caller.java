package io.palmyra.platform.security;

import io.palmyra.contracts.id.AccountId;
import java.time.Instant;
import java.util.Set;

/**
 * The person behind a token that was checked.
 *
 * @param name the user
 * @param roles what the user may do
 * @param accounts ids of the accounts that the token covers, or {@code *} for all
 * @param expiresAt when the token ends
 */
public record Caller(String name, Set<Role> roles, Set<String> accounts, Instant expiresAt) {
  private static final String ALL = "*";

  public Caller {
    roles = Set.copyOf(roles);
    accounts = Set.copyOf(accounts);
  }

  /** Whether the user has the role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** Whether the token covers the account. */
  public boolean covers(AccountId account) {
    return accounts.contains(ALL) || accounts.contains(account.value());
  }
}
