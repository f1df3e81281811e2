/** x. */
@NullMarked
package io.palmyra.contracts;

import org.jspecify.annotations.NullMarked;
