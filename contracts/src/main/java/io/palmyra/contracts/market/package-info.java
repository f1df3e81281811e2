/** Ticks and bars. */
@NullMarked
package io.palmyra.contracts.market;

import org.jspecify.annotations.NullMarked;
