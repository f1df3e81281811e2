package io.palmyra.testing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether tests run in their full form, as in CI: nothing that lacks may be skipped, random inputs
 * are tried in their whole number, and what takes long is done as well.
 */
public final class FullForm {
  private FullForm() {}

  /** Whether this run is one. */
  public static boolean isWanted() {
    return isWanted(System.getenv());
  }

  /** So many random inputs in the full form, a quarter of them otherwise. */
  public static int orQuarter(int inputs) {
    return isWanted() ? inputs : (inputs + 3) / 4;
  }

  static boolean isWanted(Map<String, String> environment) {
    return isTrue(environment.get("CI")) || isTrue(environment.get("PALMYRA_CI"));
  }

  private static boolean isTrue(@Nullable String value) {
    return "true".equalsIgnoreCase(value);
  }
}
