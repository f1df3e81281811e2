package io.palmyra.contracts.decision;

import org.jspecify.annotations.Nullable;

/**
 * What one pre-trade check compared.
 *
 * @param check name of the check
 * @param passed whether it let the order pass
 * @param value what it measured
 * @param limit what is allowed
 * @param override id of the override by which an order that did not pass went on, null for none
 */
public record CheckResult(
    String check, boolean passed, String value, String limit, @Nullable String override) {
  /** Of a check that nobody waives. */
  public static CheckResult of(String check, boolean passed, String value, String limit) {
    return new CheckResult(check, passed, value, limit, null);
  }
}
