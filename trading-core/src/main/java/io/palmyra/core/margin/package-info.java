/** What must be put down for a position; the same for risk and for the simulated venue. */
@NullMarked
package io.palmyra.core.margin;

import org.jspecify.annotations.NullMarked;
