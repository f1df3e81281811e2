/** How the venue is reached: its protocol, its HTTP, its market data. */
@NullMarked
package io.palmyra.venue.inbound;

import org.jspecify.annotations.NullMarked;
