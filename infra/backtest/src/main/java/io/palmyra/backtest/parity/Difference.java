package io.palmyra.backtest.parity;

import java.util.List;

/**
 * Something that did not come out the same.
 *
 * @param kind missing, extra, different
 * @param what it is, with its id
 * @param at when it was recorded; of what was made again, the input that it followed from
 * @param fields where the two differ, or more about it
 */
public record Difference(String kind, String what, String at, List<String> fields) {}
