/**
 * Parity of live trading and backtest, as numbers: what a running suite saw is fed to the same
 * code, in the order that its signals carry, and what comes of it is compared with what stands on
 * the topics.
 */
@NullMarked
package io.palmyra.backtest.parity;

import org.jspecify.annotations.NullMarked;
