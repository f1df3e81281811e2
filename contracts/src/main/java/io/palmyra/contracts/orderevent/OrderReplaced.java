package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * It has new values and a new name.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param newClientOrderId its name from now on
 * @param quantity total
 * @param limitPrice limit, if it has one
 * @param stopPrice stop, if it has one
 */
@WireName("order-replaced")
public record OrderReplaced(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    ClientOrderId newClientOrderId,
    Quantity quantity,
    @Nullable Price limitPrice,
    @Nullable Price stopPrice)
    implements OrderEvent {}
