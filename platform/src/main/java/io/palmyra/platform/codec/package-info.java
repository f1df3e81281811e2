/**
 * The wire format: messages to JSON and back, in this one place.
 *
 * <p>An envelope is {@code {"type","version","id","occurredAt","recordedAt","causationId"?,
 * "sequence"?,"body"}}; decimals are strings that keep their scale, times are ISO-8601 UTC, what is
 * null is left out, and fields that a reader does not know are passed over.
 */
@NullMarked
package io.palmyra.platform.codec;

import org.jspecify.annotations.NullMarked;
