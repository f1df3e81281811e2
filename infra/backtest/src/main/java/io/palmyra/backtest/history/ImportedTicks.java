package io.palmyra.backtest.history;

/**
 * Files of quotes as they were read.
 *
 * @param ticks that were taken
 * @param report on all rows
 */
public record ImportedTicks(Ticks ticks, ImportReport report) {}
