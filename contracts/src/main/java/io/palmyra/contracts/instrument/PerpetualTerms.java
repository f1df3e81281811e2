package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.value.Quantity;
import java.time.Duration;

/**
 * A future without expiry.
 *
 * @param fundingInterval time between two fundings
 * @param leverage the most that may be borrowed against, 1 or more
 * @param index what funding ties the price to
 */
@WireName("perpetual")
public record PerpetualTerms(Duration fundingInterval, Quantity leverage, InstrumentId index)
    implements InstrumentTerms {}
