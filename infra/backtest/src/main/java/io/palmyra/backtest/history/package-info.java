/**
 * Recorded bars: read from the files of others with a report on every row that was not taken, and
 * held in columns.
 */
@NullMarked
package io.palmyra.backtest.history;

import org.jspecify.annotations.NullMarked;
