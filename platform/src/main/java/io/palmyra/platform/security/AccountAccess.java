package io.palmyra.platform.security;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.web.Problems;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Keeps callers to the accounts that their token covers. */
public final class AccountAccess {
  private final CurrentUser user;

  AccountAccess(CurrentUser user) {
    this.user = user;
  }

  /** Whether the caller's token covers the account. */
  public boolean covers(AccountId account) {
    return user.caller().covers(account);
  }

  /**
   * The account itself, if the caller's token covers it.
   *
   * @throws io.palmyra.platform.web.ProblemException 404 otherwise, the same as for an account that
   *     does not exist
   */
  public AccountId require(AccountId account) {
    if (!covers(account)) {
      throw Problems.notFound("account", account.value());
    }
    return account;
  }

  /** Only what belongs to accounts that the caller's token covers. */
  public <T> List<T> visible(Collection<T> items, Function<T, AccountId> account) {
    Caller caller = user.caller();
    return items.stream().filter(item -> caller.covers(account.apply(item))).toList();
  }
}
