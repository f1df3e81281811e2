package io.palmyra.execution.application;

import io.palmyra.platform.poison.HaltRequests;
import java.time.Duration;

/**
 * What an owner works with.
 *
 * @param journal keeps orders
 * @param control says what may be sent
 * @param halts hears of what can't be repaired
 * @param clocks wall and monotonic time
 * @param rules settings
 */
public record DeskParts(
    Journal journal, Control control, HaltRequests halts, Clocks clocks, Rules rules) {
  /**
   * Settings.
   *
   * @param dryRun whether nothing is really sent
   * @param answerWithin after which an order without answer is unknown
   * @param reconcileEvery time from one comparison with the venue's books to the next
   */
  public record Rules(boolean dryRun, Duration answerWithin, Duration reconcileEvery) {}
}
