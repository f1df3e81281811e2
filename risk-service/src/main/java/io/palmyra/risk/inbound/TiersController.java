package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.risk.tier.TierState;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.risk.application.TierStore;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where accounts stand. */
@RestController
@RequestMapping("/api/v1/tiers")
class TiersController {
  private final TierStore store;
  private final AccountAccess access;

  TiersController(TierStore store, AccountAccess access) {
    this.store = store;
    this.access = access;
  }

  /** The tier of an account, or of all that the token covers. */
  @GetMapping
  @ForViewers
  @Operation(summary = "Tier of each account, with what it was measured by")
  Items<TierBody> tiers(@RequestParam @Nullable AccountId account) {
    AccountId wanted = account == null ? null : access.require(account);
    return new Items<>(
        access.visible(store.all().entrySet(), Map.Entry::getKey).stream()
            .filter(each -> wanted == null || each.getKey().equals(wanted))
            .map(
                (Map.Entry<AccountId, TierState> each) ->
                    TierBody.of(each.getKey(), each.getValue()))
            .toList());
  }
}
