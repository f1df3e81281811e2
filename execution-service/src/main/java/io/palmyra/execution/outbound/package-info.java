/** The journal in PostgreSQL. */
@NullMarked
package io.palmyra.execution.outbound;

import org.jspecify.annotations.NullMarked;
