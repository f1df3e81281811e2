package io.palmyra.execution.simulation;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.Strategy;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.StrategyType;
import io.palmyra.core.strategy.Validated;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A strategy instance: reads, proposes, and after a crash begins anew with what it reads. */
final class SimulatedStrategy extends SimulatedProcess {
  private static final List<Topic> INPUTS =
      List.of(Topic.INSTRUMENTS, Topic.TICKS, Topic.DECISIONS, Topic.ORDER_EVENTS, Topic.SIGNALS);

  private final int every;
  private final Map<Topic, Integer> positions = new EnumMap<>(Topic.class);
  private StrategyRunner runner;

  SimulatedStrategy(World world, int every) {
    super("strategy", world);
    this.every = every;
    this.runner = newRunner();
  }

  private StrategyRunner newRunner() {
    StrategyType type = StrategyCatalogue.builtIn().find("every-tick").orElseThrow();
    if (!(type.descriptor().validate(Map.of("every", Integer.toString(every)))
        instanceof Validated.Accepted accepted)) {
      throw new IllegalStateException("every-tick takes " + every);
    }
    var instrument = SimulatedVenue.INSTRUMENTS.getFirst().instrument();
    Strategy strategy = type.create(accepted.parameters(), instrument);
    return new StrategyRunner(
        new RunnerSettings(
            new StrategyInstanceId("every"),
            World.ACCOUNT,
            instrument,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1)),
        strategy,
        () -> 0);
  }

  /** Takes a few inputs of each topic; what it proposes is published, now and then twice. */
  void turn() {
    boolean any = false;
    for (Topic topic : INPUTS) {
      List<Envelope<? extends Message>> log = world().topics().log(topic);
      int next = positions.getOrDefault(topic, 0);
      for (int i = 0; i < 5 && next < log.size(); i++) {
        any = true;
        List<Signal> signals = runner.on(topic, 0, next, log.get(next));
        positions.put(topic, ++next);
        signals.forEach(this::propose);
      }
    }
    if (!any) {
      runner.goLive(false);
    }
  }

  private void propose(Signal signal) {
    hazard();
    int times = world().faults().strikes(20) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      world().propose(signal);
    }
  }

  @Override
  void died() {
    positions.clear();
  }

  @Override
  void started() {
    runner = newRunner();
  }
}
