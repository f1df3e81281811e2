package io.palmyra.contracts.market;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/** What stands on {@code ticks}. */
public sealed interface TickMessage extends Message permits QuoteTick, TradeTick {
  /** Whose tick. */
  InstrumentId instrument();

  /** When the market made it. */
  Instant time();
}
