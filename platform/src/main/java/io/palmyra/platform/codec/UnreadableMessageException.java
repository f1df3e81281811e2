package io.palmyra.platform.codec;

import org.jspecify.annotations.Nullable;

/** Bytes that are no message of their topic; the message says which field and why, for people. */
public class UnreadableMessageException extends RuntimeException {
  /** With what was wrong and, where there is one, what found it. */
  public UnreadableMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
