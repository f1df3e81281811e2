package io.palmyra.contracts.decision;

/**
 * What one pre-trade check compared.
 *
 * @param check name of the check
 * @param passed whether it let the order pass
 * @param value what it measured
 * @param limit what is allowed
 */
public record CheckResult(String check, boolean passed, String value, String limit) {}
