/** Benchmarks of single operations, by JMH. */
@NullMarked
package io.palmyra.bench.micro;

import org.jspecify.annotations.NullMarked;
