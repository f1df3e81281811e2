package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * It may or may not be at the venue; only the venue can tell.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param cause what cut the answer off
 */
@WireName("order-unknown")
public record OrderUnknown(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    String cause)
    implements OrderEvent {}
