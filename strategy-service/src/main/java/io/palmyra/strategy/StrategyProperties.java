package io.palmyra.strategy;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the strategy service.
 *
 * @param signalValidity how long after the market time of its input a signal may still become an
 *     order; no default, since old signals lose money
 * @param budget longest that one call of a strategy may take before its instance fails
 * @param history least time of bars read back when an instance starts
 * @param sentimentHistory how far back scores are read when an instance starts
 * @param assignEvery how often instances are shared out among replicas and changes are picked up
 * @param directory where jars with strategies of users lie, and ONNX models below {@code models};
 *     loaded at the start; none where it is not given
 * @param seed instances made at the first start, where none of their id exists yet
 */
@Validated
@ConfigurationProperties("palmyra.strategy")
public record StrategyProperties(
    @NotNull Duration signalValidity,
    @NotNull @DefaultValue("1s") Duration budget,
    @NotNull @DefaultValue("10m") Duration history,
    @NotNull @DefaultValue("24h") Duration sentimentHistory,
    @NotNull @DefaultValue("500ms") Duration assignEvery,
    @Nullable Path directory,
    @DefaultValue List<@Valid Seed> seed) {
  public StrategyProperties {
    seed = List.copyOf(seed);
  }

  /** What replicas that run strategies beside each other must have in common. */
  String fingerprint() {
    return "%s-%s-%s-%s"
        .formatted(
            signalValidity.toMillis(),
            budget.toMillis(),
            history.toMillis(),
            sentimentHistory.toMillis());
  }

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
  public record Seed(
      @NotBlank String type,
      @NotNull StrategyInstanceId id,
      @NotNull AccountId account,
      @NotNull InstrumentId instrument,
      @DefaultValue Map<String, String> parameters,
      @Nullable String capital) {
    public Seed {
      parameters = Map.copyOf(parameters);
    }
  }
}
