package io.palmyra.risk.inbound;

import io.palmyra.platform.security.AccountAccess;
import io.palmyra.platform.security.ForViewers;
import io.palmyra.risk.application.control.SeeTradingState;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells whether trading goes on. */
@RestController
class TradingStateController {
  private final SeeTradingState see;
  private final HaltVisibility visibility;
  private final InstantSource clock;

  TradingStateController(SeeTradingState see, AccountAccess access, InstantSource clock) {
    this.see = see;
    this.visibility = new HaltVisibility(access);
    this.clock = clock;
  }

  /** The trading state; HALTED while control is not known. */
  @GetMapping("/api/v1/trading-state")
  @ForViewers
  TradingStateBody state() {
    return TradingStateBody.of(see.now(visibility::sees), clock.instant());
  }
}
