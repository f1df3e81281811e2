package io.palmyra.contracts.orderevent;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.VenueOrderId;
import java.time.Instant;

/**
 * The venue works it.
 *
 * @param clientOrderId our name of the order
 * @param account whose
 * @param instrument what
 * @param at when execution knew it, in wall time
 * @param venueOrderId the venue's name of it
 */
@WireName("order-accepted")
public record OrderAccepted(
    ClientOrderId clientOrderId,
    AccountId account,
    InstrumentId instrument,
    Instant at,
    VenueOrderId venueOrderId)
    implements OrderEvent {}
