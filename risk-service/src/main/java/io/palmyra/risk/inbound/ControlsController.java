package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.security.ForRiskManagers;
import io.palmyra.platform.web.Problems;
import io.palmyra.risk.application.limits.LimitStore;
import io.palmyra.risk.application.reporting.ControlCounts;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A report on the controls: what is set, who set it, how often it denied. */
@RestController
class ControlsController {
  private static final Duration USUAL = Duration.ofDays(30);

  private final LimitStore limits;
  private final ControlCounts counts;
  private final AskedAccounts asked;
  private final InstantSource clock;

  ControlsController(
      LimitStore limits, ControlCounts counts, AskedAccounts asked, InstantSource clock) {
    this.limits = limits;
    this.counts = counts;
    this.asked = asked;
    this.clock = clock;
  }

  /** The period's end is now, its begin 30 days before its end, where they are absent. */
  @GetMapping("/api/v1/controls")
  @ForRiskManagers
  @Operation(summary = "Limits, who set them, and how often each check denied in a period")
  Items<ControlsBody> report(
      @RequestParam @Nullable Instant from,
      @RequestParam @Nullable Instant to,
      @RequestParam @Nullable AccountId account) {
    Instant end = to == null ? clock.instant() : to;
    Instant begin = from == null ? end.minus(USUAL) : from;
    if (!begin.isBefore(end)) {
      throw Problems.invalid("to", end, "later than from, " + begin);
    }
    return new Items<>(asked.of(account).stream().map(each -> of(each, begin, end)).toList());
  }

  private ControlsBody of(AccountId account, Instant from, Instant to) {
    return ControlsBody.of(
        account.value(), from, to, limits.of(account).orElse(null), counts.of(account, from, to));
  }
}
