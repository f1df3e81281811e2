/** Proof of the package of the same name. */
@NullMarked
package io.palmyra.contracts.value;

import org.jspecify.annotations.NullMarked;
