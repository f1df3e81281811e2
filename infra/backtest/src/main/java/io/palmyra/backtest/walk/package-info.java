/**
 * Walk-forward: parameters are chosen on some bars and traded on the next ones, which the choice
 * has not seen, again and again.
 */
@NullMarked
package io.palmyra.backtest.walk;

import org.jspecify.annotations.NullMarked;
