package io.palmyra.backtest.search;

import java.util.Map;

/**
 * One thing to try: all that a worker must be told that has the ground of the search.
 *
 * @param number from 1, in the order in which the search asked
 * @param parameters that are swept, as texts
 */
public record Trial(int number, Map<String, String> parameters) {}
