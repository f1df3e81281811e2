package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.portfolio.Valuation;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.portfolio.application.Holdings;
import io.palmyra.portfolio.application.Ledger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and their positions, at the last mids. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "portfolio", description = "Positions, fills, cash and equity")
class HoldingsController {
  private final Holdings holdings;
  private final CoveredAccounts covered;

  HoldingsController(Holdings holdings, CoveredAccounts covered) {
    this.holdings = holdings;
    this.covered = covered;
  }

  @GetMapping("/accounts")
  @ForViewers
  @Operation(summary = "Accounts with cash and equity")
  Items<AccountView> accounts() {
    return new Items<>(covered.of(null).map(this::view).toList());
  }

  private AccountView view(AccountSettings account) {
    Ledger ledger = holdings.of(account.id());
    return AccountView.of(account, ledger, holdings.worth(ledger).orElse(null));
  }

  @GetMapping("/positions")
  @ForViewers
  @Operation(summary = "Positions that are open, with their lots")
  Items<PositionView> positions(@RequestParam(required = false) @Nullable AccountId account) {
    return new Items<>(covered.of(account).flatMap(this::positions).toList());
  }

  private Stream<PositionView> positions(AccountSettings account) {
    return holdings.worth(holdings.of(account.id())).map(Valuation::marked).stream()
        .flatMap(List::stream)
        .filter(marked -> !marked.position().lots().isEmpty())
        .map(marked -> PositionView.of(account.id(), marked));
  }
}
