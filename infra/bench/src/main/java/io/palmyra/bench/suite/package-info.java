/** The running suite, as benchmarks need it. */
@NullMarked
package io.palmyra.bench.suite;

import org.jspecify.annotations.NullMarked;
