package io.palmyra.contracts.account;

import java.time.Instant;

/** A booking of the venue. */
public sealed interface AccountEvent extends AccountMessage
    permits CashDeposited, FeeCharged, FundingPaid, SwapCharged, DividendPaid, SplitApplied {
  /** The venue's name of the booking, unique in the account. */
  String reference();

  /** When the venue booked it. */
  Instant at();
}
