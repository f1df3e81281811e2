/** The books in PostgreSQL. */
@NullMarked
package io.palmyra.portfolio.outbound;

import org.jspecify.annotations.NullMarked;
