package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.portfolio.application.Holdings;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The accounts that a request is about: the one it names, or all that its token covers. */
@Component
final class CoveredAccounts {
  private final Holdings holdings;
  private final AccountAccess access;

  CoveredAccounts(Holdings holdings, AccountAccess access) {
    this.holdings = holdings;
    this.access = access;
  }

  Stream<AccountSettings> of(@Nullable AccountId account) {
    if (account != null) {
      access.require(account);
    }
    return access.visible(holdings.accounts(), AccountSettings::id).stream()
        .filter(settings -> account == null || settings.id().equals(account));
  }
}
