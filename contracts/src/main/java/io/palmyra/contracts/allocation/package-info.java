/** Capital that strategies may use. */
@NullMarked
package io.palmyra.contracts.allocation;

import org.jspecify.annotations.NullMarked;
