package io.palmyra.backtest.parity;

/**
 * What a run took of a lane before it went live.
 *
 * @param lane which
 * @param from first offset
 * @param until first offset that it took live
 */
record Span(Lane lane, long from, long until) {}
