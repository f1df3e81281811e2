package io.palmyra.backtest.parity;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A strategy instance at work on one replica, from where its past ended.
 *
 * @param instance which
 * @param strategy its type
 * @param account which it trades
 * @param instrument which it trades
 * @param parameters as they stood
 * @param paused whether it began without entries
 * @param validity of its signals
 * @param inputs what it took before it went live, in the order of the lanes
 * @param begun when it went live
 * @param ended when it had ended at the latest; {@link Instant#MAX} if nothing tells of an end
 * @param pauses where it was paused and resumed since
 */
record Run(
    StrategyInstanceId instance,
    String strategy,
    AccountId account,
    InstrumentId instrument,
    Map<String, String> parameters,
    boolean paused,
    Duration validity,
    List<Span> inputs,
    Instant begun,
    Instant ended,
    List<Pause> pauses) {
  /**
   * A change of whether it enters.
   *
   * @param paused whether it does not from then on
   * @param seen the last offset of each lane of which it had taken anything live
   * @param at when
   */
  record Pause(boolean paused, Map<Lane, Long> seen, Instant at) {}

  /** The same, known to have ended. */
  Run until(Instant end, List<Pause> within) {
    return new Run(
        instance,
        strategy,
        account,
        instrument,
        parameters,
        paused,
        validity,
        inputs,
        begun,
        end,
        within);
  }

  boolean isOver() {
    return !ended.equals(Instant.MAX);
  }
}
