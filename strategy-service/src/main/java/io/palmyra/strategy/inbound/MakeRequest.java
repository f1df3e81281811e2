package io.palmyra.strategy.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.strategy.application.InstanceState;
import io.palmyra.strategy.application.NewInstance;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instance that somebody wants made.
 *
 * @param id of it, 1 to 48 of a-z, 0-9 and hyphen
 * @param strategy type of strategy
 * @param account which it shall trade
 * @param instruments which it shall trade; exactly one today
 * @param parameters by name, each as text; the rest by default
 * @param capital in the account's currency, if any
 * @param paused whether it begins paused
 */
record MakeRequest(
    @NotNull StrategyInstanceId id,
    @NotBlank String strategy,
    @NotNull AccountId account,
    @NotNull @Size(min = 1, max = 1, message = "exactly one instrument")
        List<InstrumentId> instruments,
    @Nullable Map<String, String> parameters,
    @Nullable String capital,
    @Nullable Boolean paused) {
  NewInstance wanted() {
    return new NewInstance(
        id,
        strategy,
        account,
        instruments.getFirst(),
        parameters == null ? Map.of() : parameters,
        capital,
        Boolean.TRUE.equals(paused) ? InstanceState.PAUSED : InstanceState.RUNNING);
  }
}
