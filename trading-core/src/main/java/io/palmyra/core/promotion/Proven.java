package io.palmyra.core.promotion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All that is recorded of one strategy with its parameters on an instrument.
 *
 * @param backtest null if there is none
 * @param walkForward null if there is none
 * @param onPaper time that it ran on a simulated venue
 */
public record Proven(
    @Nullable TrialFigures backtest, @Nullable WalkForwardFigures walkForward, Duration onPaper) {
  public Proven {
    if (onPaper.isNegative()) {
      throw new IllegalArgumentException("onPaper is " + onPaper + ", must not be negative");
    }
  }
}
