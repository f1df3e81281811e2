/** Proof of the package of the same name. */
@NullMarked
package io.palmyra.contracts.topic;

import org.jspecify.annotations.NullMarked;
