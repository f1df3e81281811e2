/** REST, health, and the timer that writes quotes to the cache. */
@NullMarked
package io.palmyra.marketdata.inbound;

import org.jspecify.annotations.NullMarked;
