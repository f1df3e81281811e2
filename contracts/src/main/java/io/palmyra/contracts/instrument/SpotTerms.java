package io.palmyra.contracts.instrument;

import io.palmyra.contracts.WireName;

/** Owned outright, delivered at once. */
@WireName("spot")
public record SpotTerms() implements InstrumentTerms {}
