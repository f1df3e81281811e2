/**
 * Matching and books of the simulated venue. Pure and deterministic: the same commands and ticks in
 * the same order give the same records, and the records alone give the books.
 */
@NullMarked
package io.palmyra.core.venue;

import org.jspecify.annotations.NullMarked;
