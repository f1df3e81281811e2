package io.palmyra.execution.simulation;

/** Something outside failed; nothing that was not committed holds. */
final class InjectedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InjectedFailure(String what) {
    super(what, null, false, false);
  }
}
