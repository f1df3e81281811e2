package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * The venue took a fill back (a bust), or changed it.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param fillId which fill
 * @param quantity what holds now; 0 for a bust
 * @param price what holds now
 * @param fee what holds now
 */
@WireName("fill-corrected")
public record FillCorrected(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    FillId fillId,
    Quantity quantity,
    Price price,
    Money fee)
    implements OrderEvent {}
