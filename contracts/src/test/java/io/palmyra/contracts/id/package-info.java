/** Proof of the package of the same name. */
@NullMarked
package io.palmyra.contracts.id;

import org.jspecify.annotations.NullMarked;
