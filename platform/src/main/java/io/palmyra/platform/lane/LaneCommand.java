package io.palmyra.platform.lane;

/**
 * A change of an account's state that does not come from a topic: a person's, or a venue's event.
 *
 * @param <R> what it answers
 */
@FunctionalInterface
public interface LaneCommand<R> {
  /**
   * Applies the command on the lane's thread, inside a transaction that it may share with others.
   *
   * <p>May be applied a second time when the shared transaction failed; the first had no effect
   * then.
   */
  R apply(LaneTransaction transaction);
}
