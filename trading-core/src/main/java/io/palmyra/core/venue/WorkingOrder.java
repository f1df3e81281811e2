package io.palmyra.core.venue;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.InstrumentId;
import java.time.Instant;

/**
 * An order that works.
 *
 * @param account whose
 * @param id its name at the time
 * @param instrument of the order
 * @param receivedAfter ticks of the instrument before its receipt
 * @param day market day of its receipt
 */
record WorkingOrder(
    AccountId account,
    ClientOrderId id,
    InstrumentId instrument,
    long receivedAfter,
    Instant day) {}
