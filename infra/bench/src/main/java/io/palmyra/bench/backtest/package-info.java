/** How fast history is played to a strategy, beside a peer. */
@NullMarked
package io.palmyra.bench.backtest;

import org.jspecify.annotations.NullMarked;
