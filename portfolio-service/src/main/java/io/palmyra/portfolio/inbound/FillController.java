package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.portfolio.application.BookedFill;
import io.palmyra.portfolio.application.FillHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fills as they hold now. */
@RestController
@Tag(name = "portfolio")
class FillController {
  private final FillHistory fills;
  private final CoveredAccounts covered;

  FillController(FillHistory fills, CoveredAccounts covered) {
    this.fills = fills;
    this.covered = covered;
  }

  @GetMapping("/api/v1/fills")
  @ForViewers
  @Operation(summary = "Fills as they hold now, the newest first")
  Items<BookedFill> fills(
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(defaultValue = "200") @Min(1) @Max(5000) int limit) {
    return new Items<>(fills.newest(covered.of(account).map(AccountSettings::id).toList(), limit));
  }
}
