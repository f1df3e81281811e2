package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * It went to the venue, which has not answered.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param epoch fencing epoch under which it was sent
 */
@WireName("order-submitted")
public record OrderSubmitted(
    ClientOrderId clientOrderId, AccountId account, InstrumentId instrument, Instant at, long epoch)
    implements OrderEvent {}
