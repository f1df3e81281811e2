package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which accounts a question is about: the one that it names, or all that the token covers. */
@Component
class AskedAccounts {
  private final PlatformProperties platform;
  private final AccountAccess access;

  AskedAccounts(PlatformProperties platform, AccountAccess access) {
    this.platform = platform;
    this.access = access;
  }

  /** Refused if the token does not cover the one that is named. */
  List<AccountId> of(@Nullable AccountId account) {
    return account == null
        ? access.visible(platform.accounts(), AccountSettings::id).stream()
            .map(AccountSettings::id)
            .toList()
        : List.of(access.require(account));
  }
}
