package io.palmyra.risk.inbound;

import io.palmyra.contracts.value.Currency;
import io.palmyra.platform.security.CurrentUser;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.limits.EditFirmLimits;
import io.palmyra.risk.application.limits.FirmLimitExceededException;
import io.palmyra.risk.application.limits.FirmLimitStore;
import io.palmyra.risk.application.limits.LimitStore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the firm allows all its accounts together: see, change, and see who changed what. */
@RestController
@RequestMapping("/api/v1/firm-limits")
class FirmLimitsController {
  private final FirmLimitStore store;
  private final EditFirmLimits edit;
  private final CurrentUser user;

  FirmLimitsController(FirmLimitStore store, EditFirmLimits edit, CurrentUser user) {
    this.store = store;
    this.edit = edit;
    this.user = user;
  }

  /** The firm's limit for each base currency that has one. */
  @GetMapping
  @ForRiskManagers
  Items<FirmLimitBody> limits() {
    return new Items<>(store.all().stream().map(FirmLimitBody::of).toList());
  }

  /** Puts a limit in the place of the former one; never below what the accounts are allowed. */
  @PutMapping("/{currency}")
  @ForRiskManagers
  FirmLimitBody replace(
      @PathVariable Currency currency, @Valid @RequestBody FirmLimitRequest request) {
    try {
      return edit.replace(request.in(currency), request.version(), user.name(), request.reason())
          .map(FirmLimitBody::of)
          .orElseThrow(
              () -> Problems.conflict("The limit was changed by somebody else. Load it anew."));
    } catch (FirmLimitExceededException e) {
      throw Problems.invalid(
          e.excess().part(),
          e.excess().maximum().amount(),
          "at least " + e.excess().sum().amount() + ", to which the accounts' limits sum up");
    }
  }

  /** Who changed a limit of the firm and why, newest first. */
  @GetMapping("/{currency}/history")
  @ForRiskManagers
  Items<LimitStore.LimitChange> history(
      @PathVariable Currency currency,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    return new Items<>(store.history(currency, limit));
  }
}
