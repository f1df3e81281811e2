package io.palmyra.core.marketdata;

import io.palmyra.contracts.market.TickQuarantined;

/** What the filter says of a tick. */
public sealed interface TickVerdict {
  /** May move decisions. */
  record Good() implements TickVerdict {
    static final Good GOOD = new Good();
  }

  /**
   * Must not move a decision.
   *
   * @param reason why
   * @param message for the topic of quarantined ticks
   */
  record Quarantined(QuarantineReason reason, TickQuarantined message) implements TickVerdict {}
}
