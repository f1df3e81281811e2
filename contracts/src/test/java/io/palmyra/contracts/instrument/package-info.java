/** Proof of the package of the same name. */
@NullMarked
package io.palmyra.contracts.instrument;

import org.jspecify.annotations.NullMarked;
