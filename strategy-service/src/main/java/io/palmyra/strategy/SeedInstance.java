package io.palmyra.strategy;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An instance made at the first start.
 *
 * @param type of strategy, such as sma-cross
 * @param id of the instance
 * @param account which it trades
 * @param instrument which it trades
 * @param parameters by name, the rest by default
 * @param capital allocated to it in the account's currency, if any
 */
public record SeedInstance(
    @NotBlank String type,
    @NotNull StrategyInstanceId id,
    @NotNull AccountId account,
    @NotNull InstrumentId instrument,
    @DefaultValue Map<String, String> parameters,
    @Nullable BigDecimal capital) {
  public SeedInstance {
    parameters = Map.copyOf(parameters);
  }
}
