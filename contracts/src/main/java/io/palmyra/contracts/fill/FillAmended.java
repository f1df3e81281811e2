package io.palmyra.contracts.fill;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.time.Instant;

/**
 * A fill that the venue took back or changed.
 *
 * @param fillId which
 * @param account whose
 * @param instrument what
 * @param quantity what holds now; 0 for a bust
 * @param price what holds now
 * @param fee what holds now
 * @param venueTime when the venue changed it
 */
@WireName("fill-amended")
public record FillAmended(
    FillId fillId,
    AccountId account,
    InstrumentId instrument,
    Quantity quantity,
    Price price,
    Money fee,
    Instant venueTime)
    implements FillMessage {}
