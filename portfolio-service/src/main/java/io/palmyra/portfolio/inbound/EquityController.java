package io.palmyra.portfolio.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.platform.settings.AccountSettings;
import io.palmyra.portfolio.application.EquityCurve;
import io.palmyra.portfolio.application.EquityPoint;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The equity curve. */
@RestController
@Tag(name = "portfolio")
class EquityController {
  private final EquityCurve curve;
  private final CoveredAccounts covered;

  EquityController(EquityCurve curve, CoveredAccounts covered) {
    this.curve = curve;
    this.covered = covered;
  }

  @GetMapping("/api/v1/equity")
  @ForViewers
  @Operation(summary = "The newest points of the equity curve, the oldest first")
  Items<EquityView> equity(
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(defaultValue = "2000") @Min(1) @Max(20_000) int limit) {
    return new Items<>(
        covered
            .of(account)
            .flatMap(of -> views(of, curve.points(of.id(), of.baseCurrency(), from, limit)))
            .toList());
  }

  @GetMapping("/api/v1/equity/thinned")
  @ForViewers
  @Operation(summary = "The whole equity curve in at most so many points, the oldest first")
  Items<EquityView> thinned(
      @RequestParam(required = false) @Nullable AccountId account,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(20_000) int points) {
    return new Items<>(
        covered
            .of(account)
            .flatMap(of -> views(of, curve.thinned(of.id(), of.baseCurrency(), from, points)))
            .toList());
  }

  private static Stream<EquityView> views(AccountSettings account, List<EquityPoint> points) {
    return points.stream().map(point -> EquityView.of(account.id(), point));
  }
}
