package io.palmyra.contracts.account;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.AccountId;
import java.time.Instant;

/** What stands on {@code account-events}. */
public sealed interface AccountEvent extends Message
    permits CashDeposited, FeeCharged, FundingPaid, SwapCharged, DividendPaid, SplitApplied {
  /** Whose. */
  AccountId account();

  /** The venue's name of the booking, unique in the account. */
  String reference();

  /** When the venue booked it. */
  Instant at();
}
