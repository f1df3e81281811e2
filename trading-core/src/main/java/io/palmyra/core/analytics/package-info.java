/**
 * What a record of returns, equity or trades says of who made it: return, risk, drawdowns, trades.
 * Statistics are computed in doubles; a figure that is not defined, such as a ratio to nothing, is
 * NaN. Each formula has its source.
 */
@NullMarked
package io.palmyra.core.analytics;

import org.jspecify.annotations.NullMarked;
