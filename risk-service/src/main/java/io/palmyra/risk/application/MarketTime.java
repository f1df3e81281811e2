package io.palmyra.risk.application;

/** Which time decisions are made in. */
public enum MarketTime {
  /** The wall clock: live and paper trading. */
  WALL,
  /** The time of the last tick: a replayed feed. */
  TICKS
}
