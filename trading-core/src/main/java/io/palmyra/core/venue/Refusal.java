package io.palmyra.core.venue;

/**
 * Why the venue does not do what it was asked.
 *
 * @param code stable
 * @param detail for people
 */
public record Refusal(String code, String detail) {}
