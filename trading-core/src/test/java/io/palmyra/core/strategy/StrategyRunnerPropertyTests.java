package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Side;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Seeded random days, with risk and a venue that answer late, deny, reject and fill in parts. */
class StrategyRunnerPropertyTests {
  private static final Map<String, Map<String, String>> STRATEGIES =
      Map.of(
          "sma-cross",
          Map.of("fast", "3", "slow", "8", "interval", "PT1S", "atrPeriod", "5"),
          "ema-cross",
          Map.of("fast", "3", "slow", "8", "interval", "PT1S", "atrPeriod", "5"),
          "macd",
          Map.of("fast", "3", "slow", "8", "signal", "3", "interval", "PT1S", "atrPeriod", "5"),
          "bollinger",
          Map.of("period", "10", "width", "1", "interval", "PT1S", "atrPeriod", "5"),
          "rsi-sentiment",
          Map.of(
              "period",
              "4",
              "interval",
              "PT1S",
              "atrPeriod",
              "5",
              "oversold",
              "45",
              "overbought",
              "55",
              "minimumScore",
              "0.1"));

  private static final List<String> TYPES = STRATEGIES.keySet().stream().sorted().toList();

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sameInputsGiveTheSameBytes(long seed) {
    Day day = new Day(seed);
    assertThat(day.signals).as("signals of seed %s", seed).isNotEmpty();
    StrategyRunner again = day.runner();
    List<Signal> repeated = new ArrayList<>();
    for (int at = 0; at < day.steps.size(); at++) {
      if (at == Day.WARM_UP) {
        again.goLive(false);
      }
      repeated.addAll(day.steps.get(at).input.into(again));
    }
    assertThat(bytes(repeated)).isEqualTo(bytes(day.signals));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aWarmStartGoesOnAsTheColdReplayDid(long seed) {
    Day day = new Day(seed);
    int restart = Day.WARM_UP + new Random(seed).nextInt(day.steps.size() - Day.WARM_UP);
    StrategyRunner warm = day.runner();
    List<Signal> after = new ArrayList<>();
    List<Signal> expected = new ArrayList<>();
    var echoes = new Feed();
    for (int at = 0; at < day.steps.size(); at++) {
      Step step = day.steps.get(at);
      if (at == restart) {
        warm.goLive(false);
      }
      List<Signal> now = step.input.into(warm);
      if (at < restart) {
        assertThat(now).as("signals while warming").isEmpty();
        step.signals.forEach(signal -> echoes.echo(signal).into(warm));
      } else {
        after.addAll(now);
        expected.addAll(step.signals);
      }
    }
    assertThat(bytes(withoutInputs(after))).isEqualTo(bytes(withoutInputs(expected)));
    assertThat(warm.position()).isEqualTo(day.cold.position());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void neverHasTwoThingsUnderWayAndNeverAddsToAPosition(long seed) {
    Day day = new Day(seed);
    assertThat(day.violations).isEmpty();
  }

  private static byte[] bytes(List<?> signals) {
    return signals.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The replica that warmed up read the echoes too: offsets of signals differ, nothing else. */
  private static List<String> withoutInputs(List<Signal> signals) {
    return signals.stream()
        .map(signal -> signal.toString().replaceAll("InputOffset\\[topic=signals[^]]*], ", ""))
        .map(text -> text.replaceAll("(, )?InputOffset\\[topic=signals[^]]*]", ""))
        .toList();
  }

  private record Step(Feed.Input input, List<Signal> signals) {}

  /** One random day: runs the strategy and plays everybody else. */
  private static final class Day {
    static final int WARM_UP = 30;
    private final Random random;
    private final String type;
    private final Feed feed = new Feed();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    final StrategyRunner cold;
    final List<Step> steps = new ArrayList<>();
    final List<Signal> signals = new ArrayList<>();
    final List<String> violations = new ArrayList<>();
    private long position;
    private int unanswered;

    Day(long seed) {
      random = new Random(seed);
      type = TYPES.get((int) (seed % TYPES.size()));
      cold = runner();
      take(feed.defined());
      double price = 1.1;
      for (int second = 0; second < 600; second++) {
        if (steps.size() == WARM_UP) {
          cold.goLive(false);
        }
        // An answer later than that is none: the runner gives up waiting for it by then.
        if (unanswered++ > 6 && !answers.isEmpty()) {
          answer();
        }
        price += random.nextGaussian() * 0.0005;
        switch (random.nextInt(6)) {
          case 0 ->
              take(
                  feed.score(
                      random.nextDouble() * 2 - 1,
                      feed.now().minusSeconds(random.nextInt(60)),
                      Duration.ofMinutes(random.nextInt(30))));
          case 1, 2 -> {
            if (!answers.isEmpty()) {
              answer();
            }
          }
          default -> take(feed.bar(price));
        }
      }
    }

    StrategyRunner runner() {
      return Feed.runner(type, STRATEGIES.get(type));
    }

    private void answer() {
      unanswered = 0;
      answers.remove().run();
    }

    private void take(Feed.Input input) {
      boolean busy = cold.isUnderWay();
      List<Signal> now = input.into(cold);
      steps.add(new Step(input, now));
      for (Signal signal : now) {
        unanswered = 0;
        signals.add(signal);
        check(signal, busy && input.topic() == io.palmyra.contracts.topic.Topic.BARS);
        answer(signal);
      }
    }

    private void check(Signal signal, boolean busy) {
      if (signal instanceof EntryProposed && position != 0) {
        violations.add("entry while holding " + position);
      }
      if (signal instanceof ExitProposed && position == 0) {
        violations.add("exit while flat");
      }
      if (busy && !answers.isEmpty()) {
        violations.add("a second proposal while one is under way");
      }
    }

    private void answer(Signal signal) {
      Side side =
          signal instanceof EntryProposed entry
              ? entry.side()
              : position > 0 ? Side.SELL : Side.BUY;
      boolean exit = signal instanceof ExitProposed;
      switch (random.nextInt(5)) {
        case 0 -> answers.add(() -> take(feed.denied(signal, "ORDER_VALUE")));
        case 1 -> {
          answers.add(() -> take(feed.pending(signal, side, exit)));
          answers.add(() -> take(feed.rejected(signal)));
        }
        case 2 -> {
          answers.add(() -> take(feed.pending(signal, side, exit)));
          answers.add(() -> fill(signal, side, "400", "600", 400));
          answers.add(() -> fill(signal, side, "600", "0", 600));
        }
        default -> {
          answers.add(() -> take(feed.pending(signal, side, exit)));
          answers.add(() -> fill(signal, side, "1000", "0", 1000));
        }
      }
    }

    private void fill(Signal signal, Side side, String quantity, String leaves, long units) {
      position += side.sign() * units;
      take(feed.filled(signal, side, quantity, leaves));
    }
  }
}
