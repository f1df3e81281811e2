package io.palmyra.backtest.parity;

import io.palmyra.contracts.id.SignalId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The inputs between two points of a run, and what came of them.
 *
 * @param inputs merged by the time of recording, with the cause, if there is one, at the end
 * @param cause the input that the signals followed from, null where none did
 * @param expected ids of these signals
 * @param known whether a signal of an id is known to have been made, wherever it is missing now
 */
record Window(
    List<Kept> inputs, @Nullable Kept cause, List<SignalId> expected, Predicate<SignalId> known) {

  /** Whether these signals may come of an input. */
  boolean fits(Kept input, List<Made> made) {
    List<SignalId> ids = made.stream().map(each -> each.signal().signalId()).toList();
    return input.equals(cause) ? ids.equals(expected) : ids.stream().allMatch(known);
  }

  /** Whether the signals followed from it. */
  boolean isCause(Kept input) {
    return input.equals(cause);
  }
}
