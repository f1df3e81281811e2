package io.palmyra.userstrategy;

import java.util.ServiceConfigurationError;
import java.util.zip.ZipException;

/** Says for people why a jar could not be loaded. */
final class Causes {
  private Causes() {}

  static String inWords(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null && isWrapping(cause)) {
      cause = cause.getCause();
    }
    return switch (cause) {
      case JarRefusedException refused -> String.valueOf(refused.getMessage());
      case UnsupportedClassVersionError error ->
          "it was compiled for a newer Java than runs here, which is "
              + Runtime.version().feature()
              + ": "
              + error.getMessage();
      case NoClassDefFoundError error ->
          "it misses the class "
              + error.getMessage()
              + "; allowed: the JDK, the published API and what the jar holds itself";
      case ZipException error -> "it is no jar: " + error.getMessage();
      default -> "loading it ended with " + cause;
    };
  }

  private static boolean isWrapping(Throwable thrown) {
    return thrown instanceof ServiceConfigurationError
        || thrown instanceof ExceptionInInitializerError;
  }
}
