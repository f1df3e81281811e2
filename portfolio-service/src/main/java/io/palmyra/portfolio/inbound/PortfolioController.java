package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.portfolio.Valuation;
import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.portfolio.application.BookedFill;
import io.palmyra.portfolio.application.EquityCurve;
import io.palmyra.portfolio.application.FillHistory;
import io.palmyra.portfolio.application.Holdings;
import io.palmyra.portfolio.application.Ledger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books over REST, for reading only; without an account, of all that the token covers. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "portfolio", description = "Positions, fills, cash and equity")
class PortfolioController {
  private final Holdings holdings;
  private final FillHistory fills;
  private final EquityCurve curve;
  private final AccountAccess access;

  PortfolioController(
      Holdings holdings, FillHistory fills, EquityCurve curve, AccountAccess access) {
    this.holdings = holdings;
    this.fills = fills;
    this.curve = curve;
    this.access = access;
  }

  @GetMapping("/accounts")
  @ForViewers
  @Operation(summary = "Accounts with cash and equity")
  Items<AccountView> accounts() {
    return new Items<>(covered(null).map(this::view).toList());
  }

  private AccountView view(AccountSettings account) {
    Ledger ledger = holdings.of(account.id());
    return AccountView.of(account, ledger, holdings.worth(ledger).orElse(null));
  }

  @GetMapping("/positions")
  @ForViewers
  @Operation(summary = "Positions that are open, with their lots")
  Items<PositionView> positions(@RequestParam(required = false) @Nullable AccountId account) {
    return new Items<>(covered(account).flatMap(this::positions).toList());
  }

  private Stream<PositionView> positions(AccountSettings account) {
    return holdings.worth(holdings.of(account.id())).map(Valuation::marked).stream()
        .flatMap(List::stream)
        .filter(marked -> !marked.position().lots().isEmpty())
        .map(marked -> PositionView.of(account.id(), marked));
  }

  @GetMapping("/fills")
  @ForViewers
  @Operation(summary = "Fills as they hold now, the newest first")
  Items<BookedFill> fills(
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(defaultValue = "200") @Min(1) @Max(5000) int limit) {
    return new Items<>(fills.newest(covered(account).map(AccountSettings::id).toList(), limit));
  }

  @GetMapping("/equity")
  @ForViewers
  @Operation(summary = "The newest points of the equity curve, the oldest first")
  Items<EquityView> equity(
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(defaultValue = "2000") @Min(1) @Max(20_000) int limit) {
    return new Items<>(
        covered(account).flatMap(settings -> points(settings, from, limit)).toList());
  }

  private Stream<EquityView> points(AccountSettings account, @Nullable Instant from, int limit) {
    return curve.points(account.id(), account.baseCurrency(), from, limit).stream()
        .map(point -> EquityView.of(account.id(), point));
  }

  private Stream<AccountSettings> covered(@Nullable AccountId account) {
    if (account != null) {
      access.require(account);
    }
    return access.visible(holdings.accounts(), AccountSettings::id).stream()
        .filter(settings -> account == null || settings.id().equals(account));
  }
}
