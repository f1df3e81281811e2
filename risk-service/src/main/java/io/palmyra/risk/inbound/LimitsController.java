package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Currency;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.limits.EditLimits;
import io.palmyra.risk.application.limits.LimitStore;
import io.palmyra.risk.application.limits.StoredLimits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Limits: see, change, and see who changed what. */
@RestController
@RequestMapping("/api/v1/limits")
class LimitsController {
  private final LimitStore store;
  private final EditLimits edit;
  private final PlatformProperties platform;
  private final CurrentUser user;
  private final AccountAccess access;

  LimitsController(
      LimitStore store,
      EditLimits edit,
      PlatformProperties platform,
      CurrentUser user,
      AccountAccess access) {
    this.store = store;
    this.edit = edit;
    this.platform = platform;
    this.user = user;
    this.access = access;
  }

  /** Limits of an account, or of all that the token covers. */
  @GetMapping
  @ForViewers
  Items<LimitsBody> limits(@RequestParam @Nullable AccountId account) {
    List<StoredLimits> found =
        account == null
            ? access.visible(store.all(), StoredLimits::account)
            : store.of(access.require(account)).stream().toList();
    return new Items<>(found.stream().map(LimitsBody::of).toList());
  }

  /** Puts limits in the place of all that the account had; they hold for the next decision. */
  @PutMapping("/{account}")
  @ForRiskManagers
  LimitsBody replace(@PathVariable AccountId account, @Valid @RequestBody LimitsRequest request) {
    var change = request.change(access.require(account), currencyOf(account), user.name());
    return LimitsRequest.answered(() -> edit.replace(change));
  }

  /** Who changed an account's limits and why, newest first. */
  @GetMapping("/{account}/history")
  @ForViewers
  Items<LimitStore.LimitChange> history(
      @PathVariable AccountId account,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return new Items<>(store.history(access.require(account), limit));
  }

  private Currency currencyOf(AccountId account) {
    return platform
        .account(account)
        .map(AccountSettings::baseCurrency)
        .orElseThrow(() -> Problems.notFound("account", account));
  }
}
