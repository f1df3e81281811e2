/** What comes in: the lane of fills and bookings, the market, and REST. */
@NullMarked
package io.palmyra.portfolio.inbound;

import org.jspecify.annotations.NullMarked;
