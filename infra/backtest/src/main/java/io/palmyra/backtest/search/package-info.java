/**
 * Searches for parameters: which values are tried in which order, the trials on all cores, what is
 * kept of each, and how far the best of them can be trusted.
 */
@NullMarked
package io.palmyra.backtest.search;

import org.jspecify.annotations.NullMarked;
