package io.palmyra.platform.lane;

import java.util.Set;

/**
 * What a service does with the messages of its accounts.
 *
 * <p>Every method is called by the lane's one thread. Memory that the handler keeps is dropped and
 * loaded again whenever a transaction was rolled back, so it never has to be undone by hand.
 */
public interface LaneHandler {
  /** The partition is owned from now on: load the memory of its accounts from the database. */
  void opened(int partition);

  /** The partition was lost, or a transaction rolled back: drop its memory. */
  void closed(int partition);

  /**
   * Applies one message, inside a transaction: decide, change memory, publish through the
   * transaction.
   *
   * @throws RuntimeException if the message can't be applied; it is then tried alone, and at last
   *     treated as its topic's poison rule says
   */
  void on(LaneRecord record, LaneTransaction transaction);

  /** Writes what was changed; called once, right before each commit. */
  default void flush() {}

  /**
   * Called after each turn of the loop, at least every 100 ms, and between the transactions of a
   * long one, outside of them: heartbeats and timers. Not called while the database or the topics
   * can't be used.
   *
   * @param partitions owned and open
   */
  default void turned(Set<Integer> partitions) {}
}
