/** The live stream: its WebSocket. */
@NullMarked
package io.palmyra.gateway.inbound.stream;

import org.jspecify.annotations.NullMarked;
