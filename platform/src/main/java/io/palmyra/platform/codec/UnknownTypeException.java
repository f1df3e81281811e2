package io.palmyra.platform.codec;

/** A message of a type, or of a version of a type, that this release does not know yet. */
public final class UnknownTypeException extends UnreadableMessageException {
  /** With the type and version that came. */
  public UnknownTypeException(String message) {
    super(message, null);
  }
}
