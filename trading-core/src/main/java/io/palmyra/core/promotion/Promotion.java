package io.palmyra.core.promotion;

import java.util.List;

/** Whether a strategy may trade real money. */
public sealed interface Promotion {

  /** It may. */
  record Passed() implements Promotion {}

  /**
   * It may not.
   *
   * @param lacks each demand that is not met, by stage; at least one
   */
  record Lacking(List<Lack> lacks) implements Promotion {
    public Lacking {
      lacks = List.copyOf(lacks);
      if (lacks.isEmpty()) {
        throw new IllegalArgumentException("lacks is empty, must have at least one");
      }
    }
  }
}
