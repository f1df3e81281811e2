package io.palmyra.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SentimentAggregationTests {
  private static final InstrumentId EURUSD = new InstrumentId("EURUSD.SIM");
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final Duration HALF_LIFE = Duration.ofMinutes(10);
  private static final SentimentAggregation AGGREGATION =
      new SentimentAggregation(HALF_LIFE, Duration.ofHours(1));

  @Test
  void hasNoScoreWithoutHeadlinesThatCount() {
    assertThat(AGGREGATION.score(EURUSD, List.of(), NOW)).isEmpty();
    assertThat(AGGREGATION.score(EURUSD, List.of(aged(60, 1)), NOW)).isEmpty();
    assertThat(AGGREGATION.score(EURUSD, List.of(aged(-1, 1)), NOW)).isEmpty();
  }

  @Test
  void weighsHalfAtTheHalfLife() {
    // (1 × 1 + 0.5 × -1) / 1.5
    assertThat(score(aged(0, 1), aged(10, -1)).score()).isCloseTo(1 / 3.0, within(1e-12));
    // (1 × 1 + 0.25 × -1) / 1.25
    assertThat(score(aged(0, 1), aged(20, -1)).score()).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void trustsManyThatAgreeMoreThanOneAndATieNotAtAll() {
    assertThat(score(aged(0, 0.5)).confidence()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(score(aged(0, 0.5), aged(0, 0.5)).confidence()).isCloseTo(0.5, within(1e-12));
    assertThat(score(aged(0, 1), aged(0, -1)).confidence()).isCloseTo(0, within(1e-12));
    assertThat(score(aged(30, 0.5)).confidence()).isLessThan(score(aged(0, 0.5)).confidence());
  }

  @Test
  void isValidUntilItsNewestHeadlineIsTooOld() {
    SentimentScored score = score(aged(50, 1), aged(20, 1));

    assertThat(score.publishedAt()).isEqualTo(NOW.minus(Duration.ofMinutes(20)));
    assertThat(score.knownAt()).isEqualTo(NOW);
    assertThat(score.validUntil()).isEqualTo(NOW.plus(Duration.ofMinutes(40)));
  }

  @Test
  void namesSourcesOnceAndTheNewestCitations() {
    var headlines = new ArrayList<ScoredHeadline>();
    for (int i = 0; i < 8; i++) {
      headlines.add(headline(i % 2 == 0 ? "b" : "a", i, 0.1));
    }

    SentimentScored score = AGGREGATION.score(EURUSD, headlines, NOW).orElseThrow();

    assertThat(score.source()).isEqualTo("a,b");
    assertThat(score.headlines()).isEqualTo(8);
    assertThat(score.citations()).containsExactly("0", "1", "2", "3", "4");
  }

  @Test
  void liesBetweenItsHeadlinesWhateverTheirOrder() {
    for (int seed = 1; seed <= 1000; seed++) {
      var random = new SplittableRandom(seed);
      var headlines = new ArrayList<ScoredHeadline>();
      for (int i = 0; i <= random.nextInt(30); i++) {
        headlines.add(headline("f", random.nextInt(60), random.nextDouble(-1, 1)));
      }
      SentimentScored one = AGGREGATION.score(EURUSD, headlines, NOW).orElseThrow();
      double lowest = headlines.stream().mapToDouble(ScoredHeadline::score).min().orElseThrow();
      double highest = headlines.stream().mapToDouble(ScoredHeadline::score).max().orElseThrow();
      assertThat(one.score()).as("seed %d", seed).isBetween(lowest - 1e-9, highest + 1e-9);
      assertThat(one.confidence()).as("seed %d", seed).isBetween(0.0, 1.0);
      Collections.shuffle(headlines, new Random(seed));
      SentimentScored other = AGGREGATION.score(EURUSD, headlines, NOW).orElseThrow();
      assertThat(other.score()).as("seed %d", seed).isCloseTo(one.score(), within(1e-9));
    }
  }

  @Test
  void keepsItsScoreWhileAllFadeAlike() {
    List<ScoredHeadline> headlines = List.of(aged(0, 0.9), aged(7, -0.3), aged(13, 0.2));

    SentimentScored now = AGGREGATION.score(EURUSD, headlines, NOW).orElseThrow();
    SentimentScored later =
        AGGREGATION.score(EURUSD, headlines, NOW.plus(Duration.ofMinutes(30))).orElseThrow();

    assertThat(later.score()).isCloseTo(now.score(), within(1e-12));
    assertThat(later.confidence()).isLessThan(now.confidence());
    assertThat(later.validUntil()).isEqualTo(now.validUntil());
  }

  @Test
  void survivesWeightsTooSmallToTell() {
    var fading = new SentimentAggregation(Duration.ofMillis(1), Duration.ofHours(1));

    SentimentScored score =
        fading.score(EURUSD, List.of(aged(30, 0.4), aged(31, -1)), NOW).orElseThrow();

    assertThat(score.score()).isCloseTo(0.4, within(1e-12));
    assertThat(score.confidence()).isZero();
  }

  @Test
  void refusesTimesThatAreNotPositive() {
    assertThatThrownBy(() -> new SentimentAggregation(Duration.ZERO, HALF_LIFE))
        .hasMessageContaining("half-life");
    assertThatThrownBy(() -> new SentimentAggregation(HALF_LIFE, Duration.ofSeconds(-1)))
        .hasMessageContaining("time to live");
  }

  private static SentimentScored score(ScoredHeadline... headlines) {
    return AGGREGATION.score(EURUSD, List.of(headlines), NOW).orElseThrow();
  }

  private static ScoredHeadline aged(int minutes, double score) {
    return headline("feed", minutes, score);
  }

  private static ScoredHeadline headline(String source, int minutes, double score) {
    return new ScoredHeadline(
        EURUSD,
        source,
        minutes + "/" + score,
        NOW.minus(Duration.ofMinutes(minutes)),
        score,
        String.valueOf(minutes));
  }
}
