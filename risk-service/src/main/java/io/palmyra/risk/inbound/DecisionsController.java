package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.platform.settings.PlatformProperties;
import io.palmyra.risk.application.DecisionLog;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided lately. */
@RestController
class DecisionsController {
  private final DecisionLog log;
  private final List<AccountId> accounts;
  private final AccountAccess access;

  DecisionsController(DecisionLog log, PlatformProperties platform, AccountAccess access) {
    this.log = log;
    this.accounts = platform.accounts().stream().map(AccountSettings::id).toList();
    this.access = access;
  }

  /** Decisions of an account, or of all that the token covers, newest first. */
  @GetMapping("/api/v1/decisions")
  @ForViewers
  Items<DecisionBody> decisions(
      @RequestParam @Nullable AccountId account,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    List<AccountId> of =
        account == null
            ? accounts.stream().filter(access::covers).toList()
            : List.of(access.require(account));
    return new Items<>(
        of.isEmpty() ? List.of() : log.latest(of, limit).stream().map(DecisionBody::of).toList());
  }
}
