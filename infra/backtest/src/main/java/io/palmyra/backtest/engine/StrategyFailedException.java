package io.palmyra.backtest.engine;

import java.time.Instant;

/** A strategy threw, or took too long. */
public final class StrategyFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StrategyFailedException(String code, String detail, Instant at) {
    super("the strategy failed at " + at + ": " + code + ", " + detail);
  }
}
