package io.palmyra.contracts.instrument;

import io.palmyra.contracts.Message;

/** What stands on {@code instruments}. */
public sealed interface InstrumentMessage extends Message permits InstrumentDefined {}
