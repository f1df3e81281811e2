package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.risk.application.BracketStore;
import io.palmyra.risk.application.GuardStore;
import io.palmyra.risk.application.limits.CurrentLimits;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What watches positions. */
@RestController
@RequestMapping("/api/v1/protection")
class ProtectionController {
  private final GuardStore store;
  private final BracketStore brackets;
  private final CurrentLimits limits;
  private final AccountAccess access;

  ProtectionController(
      GuardStore store, BracketStore brackets, CurrentLimits limits, AccountAccess access) {
    this.store = store;
    this.brackets = brackets;
    this.limits = limits;
    this.access = access;
  }

  /** Every position that is held, of an account or of all that the token covers. */
  @GetMapping
  @ForViewers
  @Operation(summary = "What protects each position, and who owns that protection")
  Items<GuardBody> protection(@RequestParam @Nullable AccountId account) {
    AccountId wanted = account == null ? null : access.require(account);
    return new Items<>(
        access.visible(store.all(), GuardStore.Watched::account).stream()
            .filter(each -> wanted == null || each.account().equals(wanted))
            .map(
                each -> GuardBody.of(each, limits.protection(each.account()).of(each.instrument())))
            .toList());
  }

  /** Exits that orders asked for and that may still be carried out. */
  @GetMapping("/brackets")
  @ForViewers
  @Operation(summary = "Exits that orders asked for, and who owns them")
  Items<BracketBody> brackets(@RequestParam @Nullable AccountId account) {
    AccountId wanted = account == null ? null : access.require(account);
    return new Items<>(
        access.visible(brackets.all(), BracketStore.Held::account).stream()
            .filter(each -> wanted == null || each.account().equals(wanted))
            .map(BracketBody::of)
            .toList());
  }
}
