/** The orders that risk lets go to execution. */
@NullMarked
package io.palmyra.contracts.order;

import org.jspecify.annotations.NullMarked;
