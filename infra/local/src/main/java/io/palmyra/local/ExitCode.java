package io.palmyra.local;

/** Exit codes of the {@code palmyra} command; scripts may rely on them. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** Tried and failed: a service died, a test failed, the suite answered no. */
  FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The suite is not running. */
  NOT_RUNNING(3),
  /** The machine refuses: a port is taken, the disk is full, a tool is missing, it runs already. */
  REFUSED(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process exits with. */
  public int code() {
    return code;
  }
}
