/** What every venue adapter must do, whatever stands behind it. */
@NullMarked
package io.palmyra.execution.venue;

import org.jspecify.annotations.NullMarked;
