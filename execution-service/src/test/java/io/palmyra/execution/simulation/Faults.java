package io.palmyra.execution.simulation;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong, and how often. Nothing any more once the run is to settle. */
final class Faults {
  private final Chance chance;
  private final int rarity;
  private boolean over;
  private int depth;

  /**
   * @param rarity how seldom things go wrong; 1 is all the time
   */
  Faults(Chance chance, int rarity) {
    this.chance = chance;
    this.rarity = rarity;
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** Something that happens once in so many times while things go wrong. */
  boolean strikes(int times) {
    return !over && chance.oneIn(times * rarity);
  }

  boolean crashHere() {
    return strikes(120);
  }

  Optional<Duration> pauseHere() {
    return depth == 0 && strikes(200)
        ? Optional.of(Duration.ofMillis(200 + chance.below(9_000)))
        : Optional.empty();
  }

  /** While a process is stopped within a step, no other is; else the run would not end. */
  void within(Runnable what) {
    depth++;
    try {
      what.run();
    } finally {
      depth--;
    }
  }
}
