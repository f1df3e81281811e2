package io.palmyra.platform.stream;

import io.palmyra.contracts.topic.Topic;

/**
 * Takes the records of a {@link StreamReader}, on its one thread, in the order of each partition.
 */
public interface StreamListener {
  /** One record; what it throws sends the record to the dead letters, and reading goes on. */
  void on(StreamRecord record);

  /**
   * Whether records of a topic are wanted now; those that are not are passed over unread. While
   * none of a reader's topics is wanted, it does not read at all.
   */
  default boolean wants(Topic topic) {
    return true;
  }

  /** Called after each poll, at least every 100 ms, whether or not there was a record. */
  default void idle() {}
}
