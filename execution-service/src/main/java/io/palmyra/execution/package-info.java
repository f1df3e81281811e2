/**
 * Owns the venue connections and alone sends orders: durable first, by the holder of the account's
 * lease only, and only while control allows it. It is better to refuse an order than to send a
 * wrong one.
 */
@NullMarked
package io.palmyra.execution;

import org.jspecify.annotations.NullMarked;
