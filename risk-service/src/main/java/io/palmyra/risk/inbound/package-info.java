/** What comes in: signals, order events, quotes, requests of people. */
@NullMarked
package io.palmyra.risk.inbound;

import org.jspecify.annotations.NullMarked;
