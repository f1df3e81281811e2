/** Providers, the bar store and the quote cache. */
@NullMarked
package io.palmyra.marketdata.outbound;

import org.jspecify.annotations.NullMarked;
