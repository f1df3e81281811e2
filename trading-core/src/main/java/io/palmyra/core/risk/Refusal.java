package io.palmyra.core.risk;

/**
 * Why something is denied.
 *
 * @param code stable
 * @param detail for people
 */
record Refusal(DenialCode code, String detail) {}
