package io.palmyra.risk.inbound;

import io.palmyra.risk.application.control.TornHalts;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each second for halts whose records were deleted. */
@Component
class TornHaltsSchedule {
  private final TornHalts halts;

  TornHaltsSchedule(TornHalts halts) {
    this.halts = halts;
  }

  @Scheduled(fixedDelay = 1000)
  void restore() {
    halts.restore();
  }
}
