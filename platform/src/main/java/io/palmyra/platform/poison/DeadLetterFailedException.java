package io.palmyra.platform.poison;

/** A dead letter is not known to be durable, so that its record must not be skipped. */
public final class DeadLetterFailedException extends RuntimeException {
  DeadLetterFailedException(String record, Throwable cause) {
    super("no dead letter for " + record, cause);
  }
}
