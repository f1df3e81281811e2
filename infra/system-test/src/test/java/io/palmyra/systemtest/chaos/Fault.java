package io.palmyra.systemtest.chaos;

/**
 * Something that goes wrong, and is over when its strike returns.
 *
 * @param name for the report
 * @param inShort whether the short selection has it
 * @param strike does it
 */
record Fault(String name, boolean inShort, Strike strike) {
  /** Does it and undoes it. */
  interface Strike {
    void on(Stage stage);
  }

  /** One that cannot be done on this machine says why. */
  static final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Impossible(String why) {
      super(why);
    }
  }
}
