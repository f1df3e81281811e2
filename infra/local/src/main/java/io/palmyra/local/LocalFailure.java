package io.palmyra.local;

/**
 * What a person must be told in one clear message; it ends the command with a stable exit code.
 * Thrown by anything here, caught once, at the top.
 */
public final class LocalFailure extends RuntimeException {
  private final ExitCode exitCode;

  /** A failure with the message to print. */
  public LocalFailure(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** A failure with the message to print and its cause. */
  public LocalFailure(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** Something was tried and did not work. */
  public static LocalFailure failed(String message) {
    return new LocalFailure(ExitCode.FAILED, message);
  }

  /** The machine is not as needed. */
  public static LocalFailure refused(String message) {
    return new LocalFailure(ExitCode.REFUSED, message);
  }

  /** What the process exits with. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** The message, never null. */
  public String text() {
    String message = getMessage();
    return message == null ? toString() : message;
  }
}
