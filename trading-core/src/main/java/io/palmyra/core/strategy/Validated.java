package io.palmyra.core.strategy;

import java.util.List;

/** What became of given parameters: all accepted, or every reason against them. */
public sealed interface Validated {
  /**
   * All are within their bounds.
   *
   * @param parameters complete, defaults filled in
   */
  record Accepted(Parameters parameters) implements Validated {}

  /**
   * At least one is not.
   *
   * @param refusals one or more
   */
  record Refused(List<Refusal> refusals) implements Validated {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
