package io.palmyra.contracts.account;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.util.List;

/**
 * What the venue said that an account's cash is, at a moment in which orders, fills and positions
 * agreed with it. It books nothing: whoever keeps books compares.
 *
 * @param account whose
 * @param cash one for each currency
 * @param fillSequence of the last message on {@code fills} that is in it, 0 for none; bookings that
 *     stand before it on its own topic are in it as well
 * @param at when, in wall time
 */
@WireName("cash-reported")
public record CashReported(AccountId account, List<Money> cash, long fillSequence, Instant at)
    implements AccountMessage {
  public CashReported {
    cash = List.copyOf(cash);
  }
}
