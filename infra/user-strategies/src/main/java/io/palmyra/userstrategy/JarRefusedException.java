package io.palmyra.userstrategy;

/** A jar is not taken, and why in words. */
final class JarRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  JarRefusedException(String reason) {
    super(reason);
  }
}
