package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.value.Quantity;

/**
 * Spot on margin, such as FX.
 *
 * @param leverage the most that may be borrowed against, 1 or more: 30 means 30:1
 * @param initialMargin share of the value to be held, above 0, at most 1
 */
@WireName("margin")
public record MarginTerms(Quantity leverage, Quantity initialMargin) implements InstrumentTerms {}
