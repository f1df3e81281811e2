package io.palmyra.backtest.parity;

import io.palmyra.core.strategy.StrategyRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A runner and all that it was shown, so that it can be brought to where it was again: a strategy
 * cannot be copied.
 */
final class Player {
  private final Supplier<StrategyRunner> fresh;
  private final StrategyRunner runner;
  private final List<Step> steps = new ArrayList<>();

  private sealed interface Step {}

  private record Input(Kept record) implements Step {}

  private record Live(boolean paused) implements Step {}

  private record Pause(boolean paused) implements Step {}

  /**
   * @param fresh makes a runner that has seen nothing
   */
  Player(Supplier<StrategyRunner> fresh) {
    this.fresh = fresh;
    this.runner = fresh.get();
  }

  List<Made> take(Kept record) {
    steps.add(new Input(record));
    var signals =
        runner.on(record.topic(), record.lane().partition(), record.offset(), record.envelope());
    return signals.isEmpty()
        ? List.of()
        : signals.stream().map(each -> new Made(each, runner.marketTime(), record)).toList();
  }

  void goLive(boolean paused) {
    steps.add(new Live(paused));
    runner.goLive(paused);
  }

  void pause(boolean paused) {
    steps.add(new Pause(paused));
    runner.pause(paused);
  }

  StrategyRunner runner() {
    return runner;
  }

  /** How many steps it has taken. */
  int size() {
    return steps.size();
  }

  /** Another, after the first so many steps of this one. */
  Player after(int first) {
    var other = new Player(fresh);
    for (Step step : steps.subList(0, first)) {
      switch (step) {
        case Input input -> other.take(input.record());
        case Live live -> other.goLive(live.paused());
        case Pause pause -> other.pause(pause.paused());
      }
    }
    return other;
  }
}
