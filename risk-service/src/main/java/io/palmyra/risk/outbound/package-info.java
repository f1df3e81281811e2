/** The database, control and audit. */
@NullMarked
package io.palmyra.risk.outbound;

import org.jspecify.annotations.NullMarked;
