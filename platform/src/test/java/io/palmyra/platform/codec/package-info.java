/** Proof of the wire format, and the generators of its documents. */
@NullMarked
package io.palmyra.platform.codec;

import org.jspecify.annotations.NullMarked;
