/** Fills for books and analysts. */
@NullMarked
package io.palmyra.contracts.fill;

import org.jspecify.annotations.NullMarked;
