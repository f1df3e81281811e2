package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * Its time in force ended; what was filled stays.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param cumulativeQuantity filled before
 */
@WireName("order-expired")
public record OrderExpired(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    Quantity cumulativeQuantity)
    implements OrderEvent {}
