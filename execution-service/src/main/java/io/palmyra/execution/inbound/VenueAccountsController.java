package io.palmyra.execution.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.execution.application.VenueAccounts;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.web.Problems;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How the accounts stand with their venues. */
@RestController
@RequestMapping("/api/v1/venue-accounts")
class VenueAccountsController {
  private final VenueAccounts accounts;
  private final AccountAccess access;

  /** Accounts in a list. */
  record Standings(List<VenueAccounts.Standing> items) {}

  VenueAccountsController(VenueAccounts accounts, AccountAccess access) {
    this.accounts = accounts;
    this.access = access;
  }

  @ForViewers
  @Operation(summary = "Lease, epoch, and whether orders are sent or why not")
  @GetMapping
  Standings standings() {
    return new Standings(access.visible(accounts.standings(), VenueAccounts.Standing::account));
  }

  @ForRiskManagers
  @Operation(summary = "Take away the flag that keeps an account unarmed, once a person has looked")
  @PostMapping("/{account}/rearm")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void rearm(@PathVariable AccountId account) {
    access.require(account);
    if (!accounts.rearm(account)) {
      throw Problems.unavailable("this instance does not own account " + account);
    }
  }
}
