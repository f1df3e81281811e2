/** The adapter of the simulated venue. */
@NullMarked
package io.palmyra.execution.outbound.simulated;

import org.jspecify.annotations.NullMarked;
