package io.palmyra.backtest.history;

/**
 * A file as it was read.
 *
 * @param bars that were taken
 * @param report on all rows
 */
public record Imported(Bars bars, ImportReport report) {}
