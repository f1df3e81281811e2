package io.palmyra.platform.codec;

import java.util.function.Function;

/**
 * How a value stands on the wire as one text.
 *
 * @param type the value's class
 * @param parse from text; throws IllegalArgumentException, ArithmeticException or DateTimeException
 *     for a text that is no such value
 * @param print to text
 */
record TextForm<T>(Class<T> type, Function<String, T> parse, Function<T, String> print) {
  /** The text of a value that is known to be of the type. */
  String textOf(Object value) {
    return print.apply(type.cast(value));
  }
}
