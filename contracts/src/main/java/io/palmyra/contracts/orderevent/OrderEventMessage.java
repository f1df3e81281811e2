package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import java.time.Instant;

/** What stands on {@code order-events}. */
public sealed interface OrderEventMessage extends Message permits OrderEvent, AccountHaltRequested {
  /** Whose. */
  AccountId account();

  /** When execution knew it, in wall time. */
  Instant at();
}
