/**
 * Benchmarks: each measures the product against a floor or a peer of the same run, and prints a
 * ratio.
 */
@NullMarked
package io.palmyra.bench;

import org.jspecify.annotations.NullMarked;
