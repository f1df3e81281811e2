/** The books of an account. */
@NullMarked
package io.palmyra.contracts.portfolio;

import org.jspecify.annotations.NullMarked;
