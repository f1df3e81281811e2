/**
 * Strategies and what runs them: the same object, fed the same inputs in the same order, proposes
 * the same signals in backtest, paper and live. No clock, I/O or random of its own.
 */
@NullMarked
package io.palmyra.core.strategy;

import org.jspecify.annotations.NullMarked;
