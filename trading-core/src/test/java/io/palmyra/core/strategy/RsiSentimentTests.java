package io.palmyra.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.signal.EntryProposed;
import io.palmyra.contracts.signal.ExitProposed;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.value.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RsiSentimentTests {
  private static final Duration LONG = Duration.ofHours(1);
  private final Feed feed = new Feed();
  private final StrategyRunner runner =
      Feed.runner(
          "rsi-sentiment",
          Map.of(
              "period",
              "3",
              "interval",
              "PT1S",
              "atrPeriod",
              "3",
              "minimumScore",
              "0.3",
              "maximumSentimentAge",
              "PT30S"));

  @BeforeEach
  void live() {
    feed.defined().into(runner);
    runner.goLive(false);
    fall(6);
  }

  @Test
  void buysTheOversoldOnGoodNews() {
    feed.score(0.6, feed.now(), LONG).into(runner);
    Signal signal = fall(2).getFirst();
    assertThat(((EntryProposed) signal).side()).isEqualTo(Side.BUY);
    assertThat(((EntryProposed) signal).strength()).isEqualTo(0.6);
  }

  @Test
  void doesNotEnterWithoutAScore() {
    assertThat(fall(20)).isEmpty();
  }

  @Test
  void doesNotEnterOnWeakOrBadNews() {
    feed.score(0.2, feed.now(), LONG).into(runner);
    assertThat(fall(2)).isEmpty();
    feed.score(-0.9, feed.now(), LONG).into(runner);
    assertThat(fall(2)).isEmpty();
  }

  @Test
  void doesNotEnterOnAScoreOlderThanItTrusts() {
    feed.score(0.9, feed.now().minusSeconds(31), LONG).into(runner);
    assertThat(fall(3)).isEmpty();
  }

  @Test
  void doesNotEnterOnAScoreThatIsNoLongerValid() {
    feed.score(0.9, feed.now(), Duration.ofSeconds(1)).into(runner);
    assertThat(fall(3)).isEmpty();
  }

  @Test
  void doesNotUseAScoreBeforeItWasKnown() {
    feed.score(0.9, feed.now().plusSeconds(10), LONG).into(runner);
    assertThat(fall(3)).isEmpty();
  }

  @Test
  void leavesWhenTheNewsTurnAgainstThePosition() {
    feed.score(0.6, feed.now(), LONG).into(runner);
    Signal entry = fall(2).getFirst();
    feed.filled(entry, Side.BUY, "1000", "0").into(runner);
    feed.score(-0.5, feed.now(), LONG).into(runner);
    Signal exit = fall(2).getFirst();
    assertThat(((ExitProposed) exit).reason()).isEqualTo(RsiSentiment.SENTIMENT_REVERSED);
  }

  private double last = 1.2;

  private List<Signal> fall(int bars) {
    List<Signal> signals = new ArrayList<>();
    for (int bar = 0; bar < bars; bar++) {
      last -= 0.001;
      signals.addAll(feed.bar(last).into(runner));
    }
    return signals;
  }
}
