package io.palmyra.core.strategy;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.StrategyInstanceId;
import java.time.Duration;

/**
 * What a runner must know of its instance.
 *
 * @param instance whose signals
 * @param account for which
 * @param instrument which it trades
 * @param validity how long after the market time of its input a signal may still become an order
 * @param budget longest that one call of the strategy may take
 */
public record RunnerSettings(
    StrategyInstanceId instance,
    AccountId account,
    InstrumentId instrument,
    Duration validity,
    Duration budget) {
  /** The source that its signals name. */
  public SignalSource source() {
    return new SignalSource("strategy:" + instance.value());
  }
}
