package io.palmyra.contracts.account;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;

/** What stands on {@code account-events}: bookings, and what the venue says the cash is. */
public sealed interface AccountMessage extends Message permits AccountEvent, CashReported {
  /** Whose. */
  AccountId account();
}
