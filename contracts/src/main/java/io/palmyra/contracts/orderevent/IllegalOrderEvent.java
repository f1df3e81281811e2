package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * The venue said what cannot follow from the order's state; it was recorded and not applied.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param state of the order then
 * @param event what came
 */
@WireName("illegal-order-event")
public record IllegalOrderEvent(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    String state,
    String event)
    implements OrderEvent {}
