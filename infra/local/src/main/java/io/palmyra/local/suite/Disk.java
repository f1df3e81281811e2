package io.palmyra.local.suite;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;

/** Puts a failed read or write into words. */
public final class Disk {
  private Disk() {}

  /** One clear message. */
  public static LocalFailure failure(IOException failure) {
    String text = String.valueOf(failure.getMessage());
    return text.contains("No space left")
        ? new LocalFailure(ExitCode.REFUSED, "The disk is full: " + text, failure)
        : new LocalFailure(ExitCode.REFUSED, "Cannot read or write: " + text, failure);
  }
}
