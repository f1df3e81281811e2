/** From tick to fill through the running services. */
@NullMarked
package io.palmyra.bench.latency;

import org.jspecify.annotations.NullMarked;
