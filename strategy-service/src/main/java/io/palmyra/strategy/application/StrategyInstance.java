package io.palmyra.strategy.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.value.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One strategy with its parameters, on one account, as people keep it.
 *
 * @param id which
 * @param type of strategy
 * @param account which it trades
 * @param instrument which it trades
 * @param parameters complete, as text
 * @param capital allocated to it in the account's currency, null for none
 * @param state what is wanted of it
 * @param reason why it failed, null unless it did
 * @param createdBy who made it
 * @param createdAt when
 * @param changedBy who changed it last
 * @param changedAt when
 * @param version grows with each change, from 0
 */
public record StrategyInstance(
    StrategyInstanceId id,
    String type,
    AccountId account,
    InstrumentId instrument,
    Map<String, String> parameters,
    @Nullable Money capital,
    InstanceState state,
    @Nullable String reason,
    String createdBy,
    Instant createdAt,
    String changedBy,
    Instant changedAt,
    long version) {
  public StrategyInstance {
    parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
  }

  /** The same with other parameters and capital. */
  StrategyInstance tuned(
      Map<String, String> newParameters, @Nullable Money newCapital, String actor, Instant at) {
    return changed(newParameters, newCapital, state, reason, actor, at);
  }

  /** The same in another state. */
  StrategyInstance in(InstanceState newState, @Nullable String why, String actor, Instant at) {
    return changed(parameters, capital, newState, why, actor, at);
  }

  private StrategyInstance changed(
      Map<String, String> newParameters,
      @Nullable Money newCapital,
      InstanceState newState,
      @Nullable String newReason,
      String actor,
      Instant at) {
    return new StrategyInstance(
        id,
        type,
        account,
        instrument,
        newParameters,
        newCapital,
        newState,
        newReason,
        createdBy,
        createdAt,
        actor,
        at,
        version);
  }
}
