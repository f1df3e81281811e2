/** Approved orders that are worked off in children: their plans, and how far they have come. */
@NullMarked
package io.palmyra.core.risk.parent;

import org.jspecify.annotations.NullMarked;
