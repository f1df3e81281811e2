/** Protective exits: what watches a position, when it is met, and what then closes it. */
@NullMarked
package io.palmyra.core.risk.protection;

import org.jspecify.annotations.NullMarked;
