package io.palmyra.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, with dots into objects and indexes into lists
 * @param value what was sent, null if it is missing or better not repeated
 * @param allowed what may stand there, in words
 */
public record FieldError(String field, @Nullable String value, String allowed) {}
