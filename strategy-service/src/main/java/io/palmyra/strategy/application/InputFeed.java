package io.palmyra.strategy.application;

import io.palmyra.contracts.id.StrategyInstanceId;

/** Feeds running instances in one order, on one thread. All calls return at once. */
public interface InputFeed {
  /** Begins to feed an instance: its past, then what comes. */
  void start(RunningInstance run);

  /** Stops feeding the run; it signals nothing any more. */
  void stop(RunningInstance run);

  /** Pauses the run of an instance, or lets it enter again. */
  void pause(StrategyInstanceId id, boolean paused);
}
