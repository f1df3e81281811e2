package io.palmyra.strategy.application;

import io.palmyra.contracts.signal.InputOffset;
import java.util.List;

/**
 * Tells where among its inputs a run began to signal and where it was paused, so that its signals
 * can be made again. Returns at once; what cannot be told is logged.
 */
public interface RunJournal {
  /**
   * A run's past is over.
   *
   * @param instance as it was when it started
   * @param paused whether it begins without entries
   * @param inputs what it took of each partition before, in the order in which records of one
   *     moment were taken
   */
  void live(StrategyInstance instance, boolean paused, List<InputSpan> inputs);

  /**
   * A run makes no entries any more, or makes them again.
   *
   * @param seen the last record of each partition of which it took any since it went live
   */
  void paused(StrategyInstance instance, boolean paused, List<InputOffset> seen);
}
