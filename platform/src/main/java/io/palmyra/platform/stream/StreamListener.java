package io.palmyra.platform.stream;

/**
 * Takes the records of a {@link StreamReader}, on its one thread, in the order of each partition.
 */
public interface StreamListener {
  /** One record; what it throws sends the record to the dead letters, and reading goes on. */
  void on(StreamRecord record);

  /** Called after each poll, at least every 100 ms, whether or not there was a record. */
  default void idle() {}
}
