/** Converts money between currencies at last mids, the same way for risk and for the books. */
@NullMarked
package io.palmyra.core.conversion;

import org.jspecify.annotations.NullMarked;
