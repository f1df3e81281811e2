package io.palmyra.strategy.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance that somebody wants made.
 *
 * @param id of it
 * @param type of strategy
 * @param account which it shall trade
 * @param instrument which it shall trade
 * @param parameters by name, the rest by default
 * @param capital allocated to it in the account's currency as decimal text, null for none
 * @param state RUNNING or PAUSED
 */
public record NewInstance(
    StrategyInstanceId id,
    String type,
    AccountId account,
    InstrumentId instrument,
    Map<String, String> parameters,
    @Nullable String capital,
    InstanceState state) {
  public NewInstance {
    parameters = Map.copyOf(parameters);
  }
}
