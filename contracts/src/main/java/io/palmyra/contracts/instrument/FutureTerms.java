package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated contract.
 *
 * @param expiry when trading ends
 * @param rollsInto the contract that follows, null for the last listed
 * @param initialMargin held for each contract when it is opened
 * @param maintenanceMargin held for each contract while it is open
 */
@WireName("future")
public record FutureTerms(
    Instant expiry, @Nullable InstrumentId rollsInto, Money initialMargin, Money maintenanceMargin)
    implements InstrumentTerms {}
