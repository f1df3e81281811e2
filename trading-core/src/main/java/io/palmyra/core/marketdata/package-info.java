/**
 * What market data decides: which ticks may move a decision, what bars they make, and a market of
 * our own to practise on. Pure: time and chance are arguments.
 */
@NullMarked
package io.palmyra.core.marketdata;

import org.jspecify.annotations.NullMarked;
