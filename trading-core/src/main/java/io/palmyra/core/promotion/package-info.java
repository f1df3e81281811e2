/**
 * What a strategy has to show before it may trade real money: a backtest, a walk-forward, days on
 * paper. Only decides; who keeps the evidence and who enforces the decision is not here.
 */
@NullMarked
package io.palmyra.core.promotion;

import org.jspecify.annotations.NullMarked;
