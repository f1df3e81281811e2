package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * We did not send it.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param code stable, such as DRY_RUN, HALTED, CONTROL_STALE, TOO_OLD, CANCELED_BEFORE
 * @param detail for people
 */
@WireName("order-denied")
public record OrderDenied(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    String code,
    String detail)
    implements OrderEvent {}
