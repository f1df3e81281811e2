package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;

/** Keeps callers to halts of accounts that their token covers; other scopes concern everybody. */
final class HaltVisibility {
  private static final String ACCOUNT = "account:";

  private final AccountAccess access;

  HaltVisibility(AccountAccess access) {
    this.access = access;
  }

  boolean sees(HaltChanged halt) {
    String scope = halt.scope().value();
    return !scope.startsWith(ACCOUNT) || access.covers(accountOf(scope));
  }

  /** Answers 404 for the scope of an account that the caller's token does not cover. */
  void require(HaltScope scope) {
    if (scope.value().startsWith(ACCOUNT)) {
      access.require(accountOf(scope.value()));
    }
  }

  private static AccountId accountOf(String scope) {
    return new AccountId(scope.substring(ACCOUNT.length()));
  }
}
