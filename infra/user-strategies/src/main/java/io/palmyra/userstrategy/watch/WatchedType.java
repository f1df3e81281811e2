package io.palmyra.userstrategy.watch;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.core.strategy.OverrunException;
import io.palmyra.core.strategy.Parameters;
import io.palmyra.core.strategy.Refusal;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyDescriptor;
import io.palmyra.core.strategy.StrategyType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A type whose code, and that of its strategies, is watched. Any thread. */
public final class WatchedType implements StrategyType {
  private final StrategyType type;
  private final Calls calls;
  private final StrategyDescriptor descriptor;

  /**
   * @param type which tells its descriptor at once
   * @param budget longest that one call may take
   */
  public WatchedType(StrategyType type, Duration budget, Watchdog watchdog) {
    StrategyDescriptor told = type.descriptor();
    this.type = type;
    this.calls = new Calls(told.id(), budget, watchdog);
    this.descriptor =
        new StrategyDescriptor(
            told.id(),
            told.description(),
            told.parameters(),
            parameters -> judged(told, parameters),
            told.simulatedOnly());
  }

  @Override
  public StrategyDescriptor descriptor() {
    return descriptor;
  }

  @Override
  public Strategy create(Parameters parameters, InstrumentId instrument) {
    return calls.call(
        "create",
        () ->
            new WatchedStrategy(
                Objects.requireNonNull(type.create(parameters, instrument), "strategy"), calls));
  }

  private List<Refusal> judged(StrategyDescriptor told, Parameters parameters) {
    try {
      return calls.call("rule", () -> List.copyOf(told.rule().apply(parameters)));
    } catch (OverrunException | StrategyThrewException e) {
      String allowed = "what the strategy's own rule can judge, which ended with " + e.getMessage();
      return List.of(new Refusal("parameters", parameters.toString(), allowed));
    }
  }
}
