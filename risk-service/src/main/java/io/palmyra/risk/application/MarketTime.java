package io.palmyra.risk.application;

import java.time.Instant;
import java.util.function.Supplier;

/** Which time decisions are made in. */
public enum MarketTime {
  /** The wall clock: live and paper trading. */
  WALL,
  /** The time of the last tick: a replayed feed. */
  TICKS;

  /** Tells what time it is in the market. */
  public interface Clock extends Supplier<Instant> {}
}
