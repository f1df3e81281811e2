package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * The venue would not cancel it.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param code the venue's
 * @param detail the venue's words
 */
@WireName("order-cancel-rejected")
public record OrderCancelRejected(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    String code,
    String detail)
    implements OrderEvent {}
