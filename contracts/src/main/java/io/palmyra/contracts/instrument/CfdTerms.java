package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.value.Quantity;

/**
 * A contract for difference with a broker.
 *
 * @param leverage the most that may be borrowed against, 1 or more
 * @param swapLongRate a year's cost of holding long as a share of value; above 0 is paid
 * @param swapShortRate a year's cost of holding short as a share of value; above 0 is paid
 */
@WireName("cfd")
public record CfdTerms(Quantity leverage, Quantity swapLongRate, Quantity swapShortRate)
    implements InstrumentTerms {}
