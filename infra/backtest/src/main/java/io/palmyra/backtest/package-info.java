/**
 * What history would have made of a strategy. Runs in processes of its own, never where trades are.
 */
@NullMarked
package io.palmyra.backtest;

import org.jspecify.annotations.NullMarked;
