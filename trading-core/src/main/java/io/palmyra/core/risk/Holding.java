package io.palmyra.core.risk;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;

/**
 * What a source holds by its own fills.
 *
 * @param source who proposed the orders
 * @param instrument what
 */
public record Holding(SignalSource source, InstrumentId instrument) {}
