package io.palmyra.contracts.decision;

import io.palmyra.contracts.control.HaltChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What control said of an order.
 *
 * @param verdict from mild to strict
 * @param halts that held, in the order of their keys
 * @param authorising keys of halts that a reducing order may name
 * @param reason why risk was not known to be alive, null if it was
 */
public record ControlStanding(
    Verdict verdict, List<HaltChanged> halts, List<String> authorising, @Nullable String reason) {
  public ControlStanding {
    halts = List.copyOf(halts);
    authorising = List.copyOf(authorising);
  }

  /** What may go. */
  public enum Verdict {
    /** Everything. */
    RUNNING,
    /** What reduces a position. */
    REDUCE_ONLY,
    /** What reduces and names a halt that authorises it. */
    HALTED,
    /** Nothing: risk was not known to be alive. */
    NOT_FRESH
  }
}
