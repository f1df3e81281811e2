package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.palmyra.contracts.market.TickMessage;
import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Side;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StrategyRunnerTests {
  private final Feed feed = new Feed();

  @Test
  void signalsNothingWhileWarming() {
    StrategyRunner runner = Feed.runner("every-tick", Map.of());
    feed.defined().into(runner);
    assertThat(feed.tick(1.1).into(runner)).isEmpty();
    runner.goLive(false);
    assertThat(feed.tick(1.1).into(runner)).hasSize(1);
  }

  @Test
  void measuringAsksForABuyAndASellInTurn() {
    StrategyRunner runner = live("every-tick");
    var first = (OrderRequested) feed.tick(1.1).into(runner).getFirst();
    var second = (OrderRequested) feed.tick(1.1).into(runner).getFirst();
    assertThat(List.of(first.side(), second.side())).containsExactly(Side.BUY, Side.SELL);
    assertThat(first.quantity()).isEqualTo(Feed.EURUSD.minimumQuantity());
    assertThat(first.signalId()).isNotEqualTo(second.signalId());
  }

  @Test
  void anInputSeenTwiceCountsOnce() {
    StrategyRunner runner = live("every-tick");
    Feed.Input tick = feed.tick(1.1);
    assertThat(tick.into(runner)).hasSize(1);
    assertThat(tick.into(runner)).isEmpty();
  }

  @Test
  void aPauseHoldsEntriesAndLetsExitsGo() {
    StrategyRunner runner = Feed.runner("sma-cross", SMA);
    feed.defined().into(runner);
    runner.goLive(false);
    Signal entry = null;
    for (double close : new double[] {1.10, 1.09, 1.08, 1.07, 1.12}) {
      for (Signal signal : feed.bar(close).into(runner)) {
        entry = signal;
      }
    }
    assertThat(entry).isInstanceOf(EntryProposed.class);
    feed.filled(entry, Side.BUY, "1000", "0").into(runner);
    runner.pause(true);
    List<Signal> exits = feed.bar(1.0).into(runner);
    assertThat(exits).singleElement().isInstanceOf(ExitProposed.class);
    assertThat(feed.filled(exits.getFirst(), Side.SELL, "1000", "0").into(runner))
        .as("the entry of the turn")
        .isEmpty();
  }

  @Test
  void ordersAtEverySoManiethTickABuyAndASellInTurn() {
    StrategyRunner runner = Feed.runner("every-tick", Map.of("every", "3"));
    feed.defined().into(runner);
    runner.goLive(false);

    List<List<Side>> sides =
        IntStream.range(0, 7)
            .mapToObj(_ -> feed.tick(1.1).into(runner))
            .map(
                signals ->
                    signals.stream().map(signal -> ((OrderRequested) signal).side()).toList())
            .toList();

    List<Side> none = List.of();
    assertThat(sides)
        .containsExactly(
            List.of(Side.BUY), none, none, List.of(Side.SELL), none, none, List.of(Side.BUY));
  }

  @Test
  void anExceptionFailsItForGood() {
    StrategyRunner runner = new StrategyRunner(Feed.SETTINGS, new Broken(), () -> 0);
    runner.goLive(false);
    feed.tick(1.1).into(runner);
    assertThat(runner.state())
        .isInstanceOfSatisfying(
            RunnerState.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo("EXCEPTION");
              assertThat(failed.detail()).contains("broken on purpose");
            });
    assertThat(feed.tick(1.1).into(runner)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thrown")
  void whateverItThrowsEndsItAndNothingElse(Throwable thrown, RunnerState end) {
    StrategyRunner runner = new StrategyRunner(Feed.SETTINGS, new Throwing(thrown), () -> 0);
    feed.defined().into(runner);
    runner.goLive(false);
    assertThat(feed.tick(1.1).into(runner)).isEmpty();
    assertThat(runner.state()).isEqualTo(end);
  }

  static Stream<Arguments> thrown() {
    Stream<Throwable> errors =
        Stream.of(
            new NoClassDefFoundError("gone/Library"),
            new ExceptionInInitializerError("static"),
            new OutOfMemoryError("array too large"),
            new StackOverflowError(),
            new IOException("checked, but not declared"));
    return Stream.concat(
        errors.map(each -> arguments(each, new RunnerState.Failed("EXCEPTION", "" + each))),
        Stream.of(
            arguments(
                new OverrunException("onTick did not return"),
                new RunnerState.Failed("OVERRUN", "onTick did not return"))));
  }

  @Test
  void anExceptionAsItGoesLiveFailsIt() {
    StrategyRunner runner = new StrategyRunner(Feed.SETTINGS, new BrokenAtStart(), () -> 0);
    runner.goLive(false);
    assertThat(runner.state())
        .isEqualTo(new RunnerState.Failed("EXCEPTION", "java.lang.LinkageError: too early"));
  }

  @Test
  void anAnswerThatMakesNoSignalFailsIt() {
    Proposal bad = new Proposal.Entry(Feed.INSTRUMENT, Side.BUY, Double.NaN, 0.01);
    for (List<Proposal> answer : Arrays.asList(List.of(bad), null)) {
      StrategyRunner runner = new StrategyRunner(Feed.SETTINGS, new Answering(answer), () -> 0);
      feed.defined().into(runner);
      runner.goLive(false);
      assertThat(feed.tick(1.1).into(runner)).isEmpty();
      assertThat(runner.state()).isInstanceOf(RunnerState.Failed.class);
    }
  }

  @Test
  void anOverrunFailsItAndWhatItProposedIsDropped() {
    var nanos = new AtomicLong();
    Strategy strategy =
        StrategyCatalogue.builtIn()
            .find("every-tick")
            .orElseThrow()
            .create(new Parameters(Map.of("every", 1)), Feed.INSTRUMENT);
    var runner = new StrategyRunner(Feed.SETTINGS, strategy, () -> nanos.addAndGet(600_000_000L));
    feed.defined().into(runner);
    runner.goLive(false);
    assertThat(feed.tick(1.1).into(runner)).hasSize(1);
    var slow = new StrategyRunner(Feed.SETTINGS, strategy, () -> nanos.addAndGet(1_100_000_000L));
    feed.defined().into(slow);
    assertThat(slow.state()).isInstanceOf(RunnerState.Failed.class);
    assertThat(feed.tick(1.1).into(slow)).isEmpty();
  }

  @Test
  void aGapInTheAccountsEventsFailsIt() {
    StrategyRunner runner = live("every-tick");
    Signal signal = feed.tick(1.1).into(runner).getFirst();
    feed.pending(signal, Side.BUY, false).into(runner);
    feed.skipSequence();
    feed.filled(signal, Side.BUY, "1000", "0").into(runner);
    assertThat(runner.state())
        .isInstanceOfSatisfying(
            RunnerState.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo("SEQUENCE_GAP"));
  }

  @Test
  void aRejectedOrderIsUnderWayNoMore() {
    StrategyRunner runner = live("every-tick");
    Signal signal = feed.tick(1.1).into(runner).getFirst();
    feed.pending(signal, Side.BUY, false).into(runner);
    assertThat(runner.isUnderWay()).isTrue();
    feed.rejected(signal).into(runner);
    assertThat(runner.isUnderWay()).isFalse();
  }

  private static final Map<String, String> SMA =
      Map.of("fast", "1", "slow", "3", "interval", "PT1S", "atrPeriod", "2");

  private StrategyRunner live(String type) {
    StrategyRunner runner = Feed.runner(type, Map.of());
    feed.defined().into(runner);
    runner.goLive(false);
    return runner;
  }

  /** Throws what a compiler would not let it throw, as other languages do. */
  private record Throwing(Throwable thrown) implements Ticking {
    @Override
    public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
      return sneak(thrown);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable, R> R sneak(Throwable thrown) throws T {
      throw (T) thrown;
    }
  }

  private record Answering(List<Proposal> answer) implements Ticking {
    @Override
    public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
      return answer;
    }
  }

  private static final class BrokenAtStart implements Ticking {
    @Override
    public void onLive(StrategyContext context) {
      throw new LinkageError("too early");
    }
  }

  private interface Ticking extends Strategy {
    @Override
    default DataNeeds needs() {
      return new DataNeeds(true, null, false, 0);
    }

    @Override
    default boolean isReady() {
      return true;
    }
  }

  private static final class Broken implements Strategy {
    @Override
    public DataNeeds needs() {
      return new DataNeeds(true, null, false, 0);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public List<Proposal> onTick(TickMessage tick, StrategyContext context) {
      throw new IllegalStateException("broken on purpose");
    }
  }
}
