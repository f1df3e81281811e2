package io.palmyra.marketdata.application;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.marketdata.BarInterval;
import java.time.Instant;

/**
 * Which bars are wanted.
 *
 * @param from first open time
 * @param to first open time that is not wanted any more
 * @param limit the newest so many, 1 or more
 */
public record BarQuery(
    InstrumentId instrument, BarInterval interval, Instant from, Instant to, int limit) {}
