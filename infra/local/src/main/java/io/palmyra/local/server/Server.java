package io.palmyra.local.server;

/**
 * One server that runs. Faults are made with {@link #kill}, {@link #pause} and {@link #resume};
 * after a kill or a stop, {@link #start} brings it back on the same port with the same data.
 */
public interface Server {
  /** Its name, for people. */
  String name();

  /** Where it listens on 127.0.0.1. */
  int port();

  /** Process id, 0 if it does not run or runs in a container. */
  long pid();

  /** Whether it runs, paused or not. */
  boolean isRunning();

  /** Starts it and returns when it answers. */
  void start();

  /** Stops it in good order and returns when it is gone. Does nothing if it does not run. */
  void stop();

  /** Ends it at once, as a power cut would end the process. */
  void kill();

  /** Freezes it: connections stay open and nothing answers. */
  void pause();

  /** Lets a frozen one go on. */
  void resume();
}
