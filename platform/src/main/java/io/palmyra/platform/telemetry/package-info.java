/** Traces through messages, names of log fields, and health of the loops that read. */
@NullMarked
package io.palmyra.platform.telemetry;

import org.jspecify.annotations.NullMarked;
