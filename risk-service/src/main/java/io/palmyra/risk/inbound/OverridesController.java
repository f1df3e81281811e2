package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForHalting;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.security.ForTraders;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.override.OrderOverride;
import io.palmyra.risk.application.override.OverrideOrders;
import io.palmyra.risk.application.override.OverrideOrders.Approval;
import io.palmyra.risk.application.override.OverrideStore;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Orders that may fail one check because two persons say so. */
@RestController
@RequestMapping("/api/v1/overrides")
class OverridesController {
  private static final long PATIENCE_SECONDS = 5;

  private final OverrideStore store;
  private final OverrideOrders overrides;
  private final PlatformProperties platform;
  private final AskedAccounts asked;
  private final CurrentUser user;
  private final AccountAccess access;

  OverridesController(
      OverrideStore store,
      OverrideOrders overrides,
      PlatformProperties platform,
      AskedAccounts asked,
      CurrentUser user,
      AccountAccess access) {
    this.store = store;
    this.overrides = overrides;
    this.platform = platform;
    this.asked = asked;
    this.user = user;
    this.access = access;
  }

  @GetMapping
  @ForViewers
  @Operation(summary = "Overrides, newest first")
  Items<OverrideBody> all(
      @RequestParam @Nullable AccountId account,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    List<AccountId> of = asked.of(account);
    return new Items<>(
        of.isEmpty() ? List.of() : store.latest(of, limit).stream().map(OverrideBody::of).toList());
  }

  @PostMapping
  @ForTraders
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Propose that one order may fail one check; another person must approve it")
  OverrideBody propose(@Valid @RequestBody OverrideRequest request) {
    AccountId account = known(access.require(request.account()));
    OverrideRequest checked = request.checked();
    return OverrideBody.of(
        overrides.propose(
            account,
            checked::order,
            checked.check(),
            user.name(),
            checked.reason(),
            checked.waits()));
  }

  private AccountId known(AccountId account) {
    if (platform.account(account).isEmpty()) {
      throw Problems.invalid("account", account, "an account that risk is set up for");
    }
    return account;
  }

  @PostMapping("/{id}/approve")
  @ForRiskManagers
  @Operation(summary = "Let the order go at once, if it passes all other checks")
  OverrideBody approve(
      @PathVariable String id, @Valid @RequestBody OverrideDecisionRequest request) {
    OrderOverride proposed = visible(id);
    return OverrideBody.of(taken(approved(proposed, request.reason()), proposed));
  }

  private static OrderOverride taken(Approval approval, OrderOverride proposed) {
    return switch (approval) {
      case Approval.Taken taken -> taken.override();
      case Approval.Own _ ->
          throw Problems.conflict("You proposed it; another person must approve it.");
      case Approval.Expired _ ->
          throw Problems.conflict("It could be approved until " + proposed.expiresAt() + ".");
      case Approval.Over _ -> throw over();
    };
  }

  private Approval approved(OrderOverride proposed, String reason) {
    try {
      return overrides
          .approve(proposed, user.name(), reason)
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problems.unavailable("Risk is stopping.");
    } catch (ExecutionException | TimeoutException e) {
      throw Problems.unavailable("The approval is not known to be taken. Look, and ask again.");
    }
  }

  @PostMapping("/{id}/refuse")
  @ForHalting
  @Operation(summary = "Refuse it, or take it back")
  OverrideBody refuse(
      @PathVariable String id, @Valid @RequestBody OverrideDecisionRequest request) {
    return overrides
        .refuse(visible(id), user.name(), request.reason())
        .map(OverrideBody::of)
        .orElseThrow(OverridesController::over);
  }

  private OrderOverride visible(String id) {
    return store
        .find(id)
        .filter(override -> access.covers(override.account()))
        .orElseThrow(() -> Problems.notFound("override", id));
  }

  private static RuntimeException over() {
    return Problems.conflict("It was approved or refused already.");
  }
}
