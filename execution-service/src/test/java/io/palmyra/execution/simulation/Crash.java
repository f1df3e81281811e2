package io.palmyra.execution.simulation;

/** Ends a process in the middle of whatever it does, as kill -9 does. */
final class Crash extends Error {
  private static final long serialVersionUID = 1L;

  Crash(String process) {
    super(process + " crashed", null, false, false);
  }
}
