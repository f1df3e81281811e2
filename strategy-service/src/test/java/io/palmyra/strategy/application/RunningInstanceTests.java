package io.palmyra.strategy.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.market.QuoteTick;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.core.strategy.RunnerSettings;
import io.palmyra.core.strategy.StrategyCatalogue;
import io.palmyra.core.strategy.StrategyRunner;
import io.palmyra.core.strategy.Validated;
import io.palmyra.platform.stream.StreamRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunningInstanceTests {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final AccountId PAPER = new AccountId("paper");
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final StrategyInstanceId SMA = new StrategyInstanceId("sma");

  private final List<Object> told = new ArrayList<>();
  private final RunningInstance run = running();

  private record Live(boolean paused, List<InputSpan> inputs) {}

  private record Paused(boolean paused, List<InputOffset> seen) {}

  private RunningInstance running() {
    var type = StrategyCatalogue.builtIn().find("sma-cross").orElseThrow();
    var accepted = (Validated.Accepted) type.descriptor().validate(Map.of());
    var instance =
        new StrategyInstance(
            SMA,
            "sma-cross",
            PAPER,
            EURUSD,
            accepted.parameters().texts(),
            null,
            InstanceState.RUNNING,
            null,
            "test",
            NOON,
            "test",
            NOON,
            0);
    var settings =
        new RunnerSettings(SMA, PAPER, EURUSD, Duration.ofSeconds(5), Duration.ofSeconds(5));
    var runner = new StrategyRunner(settings, type.create(accepted.parameters(), EURUSD), () -> 0);
    return new RunningInstance(instance, runner, () -> true, (_, _, _) -> {}, new Told());
  }

  private final class Told implements RunJournal {
    @Override
    public void live(StrategyInstance instance, boolean paused, List<InputSpan> inputs) {
      told.add(new Live(paused, inputs));
    }

    @Override
    public void paused(StrategyInstance instance, boolean paused, List<InputOffset> seen) {
      told.add(new Paused(paused, seen));
    }
  }

  private static StreamRecord tick(long offset) {
    Price at = Price.of("1.10000");
    var body = new QuoteTick(EURUSD, at, at, Quantity.ZERO, Quantity.ZERO, NOON, "test");
    return new StreamRecord(
        Topic.TICKS, 3, offset, "EURUSD.SIM", new Envelope<>("t", NOON, NOON, null, null, body));
  }

  @Test
  void tellsOnceWhatItsPastWasAndFromWhereItListensToTheRest() {
    run.listensFrom(List.of(new InputSpan("ticks", 3, 70, 70), new InputSpan("bars", 3, 9, 9)));
    run.pastIs(List.of(new InputSpan("bars", 3, 2, 12), new InputSpan("signals", 5, 0, 4)));
    assertThat(told).isEmpty();

    run.begin();

    assertThat(told)
        .containsExactly(
            new Live(
                false,
                List.of(
                    new InputSpan("bars", 3, 2, 12),
                    new InputSpan("signals", 5, 0, 4),
                    new InputSpan("ticks", 3, 70, 70))));
  }

  @Test
  void tellsAfterWhichInputsItWasPausedAndNothingWhereNothingChanges() {
    run.begin();
    run.on(tick(70));
    run.on(tick(74));
    run.pause(false);
    run.pause(true);
    run.pause(true);
    run.on(tick(75));
    run.pause(false);

    assertThat(told.subList(1, told.size()))
        .containsExactly(
            new Paused(true, List.of(new InputOffset("ticks", 3, 74))),
            new Paused(false, List.of(new InputOffset("ticks", 3, 75))));
  }

  @Test
  void aPauseBeforeItIsLiveIsHowItBegins() {
    run.pause(true);
    run.begin();

    assertThat(told).containsExactly(new Live(true, List.of()));
  }
}
