package io.palmyra.risk.application.reporting;

import org.jspecify.annotations.Nullable;

/** Tells who changed what, to whoever may ask later. */
@FunctionalInterface
public interface Audit {
  /**
   * Records a change that was made.
   *
   * @param actor person or service
   * @param action stable, such as halt-placed
   * @param target what was changed
   * @param reason the actor's words
   * @param before what held before, null for something new
   * @param after what holds now
   */
  void record(
      String actor,
      String action,
      String target,
      String reason,
      @Nullable Object before,
      Object after);
}
