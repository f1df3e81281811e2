package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmaCrossTests {
  private static final Map<String, String> QUICK =
      Map.of("fast", "2", "slow", "4", "interval", "PT1S", "atrPeriod", "3", "stopAtrs", "2");

  private final Feed feed = new Feed();
  private final StrategyRunner runner = Feed.runner("sma-cross", QUICK);

  @BeforeEach
  void live() {
    feed.defined().into(runner);
    runner.goLive(false);
    bars(1.1000, 1.0990, 1.0980, 1.0970, 1.0960);
  }

  @Test
  void proposesAnEntryAtTheCrossWithItsStopAndValidity() {
    Signal signal = bars(1.1000).getFirst();
    assertThat(signal).isInstanceOf(EntryProposed.class);
    var entry = (EntryProposed) signal;
    assertThat(entry.side()).isEqualTo(Side.BUY);
    assertThat(entry.source()).isEqualTo(Feed.SOURCE);
    assertThat(entry.stopDistance().isMultipleOf(Feed.EURUSD.tickSize())).isTrue();
    assertThat(entry.stopDistance().toDouble()).isBetween(0.001, 0.01);
    assertThat(entry.validUntil()).isEqualTo(runner.marketTime().plus(Feed.SETTINGS.validity()));
    assertThat(entry.inputs()).extracting("topic").contains("bars", "instruments");
  }

  @Test
  void proposesNoSecondEntryWhileTheFirstIsUnanswered() {
    assertThat(bars(1.1000, 1.1040)).hasSize(1);
    assertThat(bars(1.0900, 1.0800)).as("a cross down meanwhile").isEmpty();
  }

  @Test
  void proposesNoSecondEntryWhileAnOrderWorks() {
    Signal entry = bars(1.1000, 1.1040).getFirst();
    feed.pending(entry, Side.BUY, false).into(runner);
    assertThat(bars(1.0900, 1.0800, 1.0900, 1.2, 1.3, 1.3, 1.2, 1.1, 1.1)).isEmpty();
  }

  @Test
  void triesAgainOnceASignalWithoutAnswerIsTooOld() {
    assertThat(bars(1.1000, 1.1040)).hasSize(1);
    List<Signal> later = bars(1.09, 1.08, 1.07, 1.06, 1.05, 1.05, 1.04, 1.03, 1.02, 1.01, 1.0);
    assertThat(later).hasSize(1);
    assertThat(((EntryProposed) later.getFirst()).side()).isEqualTo(Side.SELL);
  }

  @Test
  void turnsRoundByAnExitAndThenAnEntry() {
    Signal entry = bars(1.1000, 1.1040).getFirst();
    feed.pending(entry, Side.BUY, false).into(runner);
    assertThat(feed.filled(entry, Side.BUY, "1000", "0").into(runner)).isEmpty();
    List<Signal> exits = bars(1.0900, 1.0800);
    assertThat(exits).hasSize(1);
    assertThat(exits.getFirst()).isInstanceOf(ExitProposed.class);
    feed.pending(exits.getFirst(), Side.SELL, true).into(runner);
    List<Signal> turned = feed.filled(exits.getFirst(), Side.SELL, "1000", "0").into(runner);
    assertThat(turned).hasSize(1);
    assertThat(((EntryProposed) turned.getFirst()).side()).isEqualTo(Side.SELL);
    assertThat(runner.position().signum()).isZero();
  }

  @Test
  void proposesAnExitAgainAfterItWasDenied() {
    Signal entry = bars(1.1000, 1.1040).getFirst();
    feed.filled(entry, Side.BUY, "1000", "0").into(runner);
    Signal exit = bars(1.0900, 1.0800).getFirst();
    feed.denied(exit, "STALE_PRICE").into(runner);
    assertThat(bars(1.0790)).singleElement().isInstanceOf(ExitProposed.class);
  }

  @Test
  void believesRiskThatThereIsNothingToClose() {
    Signal entry = bars(1.1000, 1.1040).getFirst();
    feed.filled(entry, Side.BUY, "1000", "0").into(runner);
    Signal exit = bars(1.0900, 1.0800).getFirst();
    feed.denied(exit, "NOTHING_TO_CLOSE").into(runner);
    assertThat(runner.position().signum()).isZero();
  }

  @Test
  void anExitTakesThePositionToFlatAtMost() {
    Signal entry = bars(1.1000, 1.1040).getFirst();
    feed.filled(entry, Side.BUY, "1000", "0").into(runner);
    Signal exit = bars(1.0900, 1.0800).getFirst();
    feed.pending(exit, Side.SELL, true).into(runner);
    feed.filled(exit, Side.SELL, "1700", "0").into(runner);
    assertThat(runner.position().signum()).isZero();
  }

  @Test
  void opensOnlyWhatItsDirectionAllows() {
    var longOnly = new java.util.HashMap<>(QUICK);
    longOnly.put("direction", "LONG");
    StrategyRunner restricted = Feed.runner("sma-cross", longOnly);
    var own = new Feed();
    own.defined().into(restricted);
    restricted.goLive(false);
    List<Signal> signals = new ArrayList<>();
    for (double close : new double[] {1.10, 1.11, 1.12, 1.13, 1.14, 1.05, 1.04, 1.03}) {
      signals.addAll(own.bar(close).into(restricted));
    }
    assertThat(signals).isEmpty();
  }

  private List<Signal> bars(double... closes) {
    List<Signal> signals = new ArrayList<>();
    for (double close : closes) {
      signals.addAll(feed.bar(close).into(runner));
    }
    return signals;
  }
}
