package io.palmyra.core.strategy;

/**
 * Why a parameter was refused.
 *
 * @param field name of the parameter
 * @param value as it was given
 * @param allowed what is allowed, in words
 */
public record Refusal(String field, String value, String allowed) {}
