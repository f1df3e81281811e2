package io.palmyra.backtest.walk;

import io.palmyra.backtest.search.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of a window.
 *
 * @param number of the window, from 1
 * @param from first moment of the choice
 * @param split first moment of trading
 * @param to first moment after it
 * @param trials that were run for the choice
 * @param chosen the best of them, null where none counts: nothing is traded then
 * @param traded what it did on the bars that the choice had not seen, null where nothing was traded
 * @param cash at the begin of trading
 * @param equity at its end, an open position at its mark
 * @param openAtTheEnd whether there was one
 */
public record Step(
    int number,
    String from,
    String split,
    String to,
    int trials,
    @Nullable Outcome chosen,
    @Nullable Outcome traded,
    String cash,
    String equity,
    boolean openAtTheEnd) {}
