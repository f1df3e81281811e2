/** The live stream: who wants what, and the fan-out to each client. */
@NullMarked
package io.palmyra.gateway.application.stream;

import org.jspecify.annotations.NullMarked;
