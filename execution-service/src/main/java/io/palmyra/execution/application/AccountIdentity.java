package io.palmyra.execution.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.VenueId;

/**
 * An account and where it trades.
 *
 * @param account which
 * @param venue whose orders and fills these are
 * @param partition of the account on its topics
 */
public record AccountIdentity(AccountId account, VenueId venue, int partition) {
  /** Name of the account's lease. */
  String resource() {
    return "venue-account:" + account;
  }

  /** Our name of a fill that the venue told. */
  FillId fillId(VenueNotice.OfFill fill) {
    return FillId.of(venue, account, fill.executionId());
  }
}
