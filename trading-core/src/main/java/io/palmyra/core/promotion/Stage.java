package io.palmyra.core.promotion;

/** What a strategy passes on its way to real money, in this order. */
public enum Stage {
  BACKTEST,
  WALK_FORWARD,
  PAPER
}
