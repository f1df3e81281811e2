package io.palmyra.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.palmyra.contracts.id.InstrumentId;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InstrumentNewsTests {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final AggregateSettings SETTINGS =
      new AggregateSettings(Duration.ofHours(1), Duration.ofDays(1), Duration.ofMinutes(30), 50);

  private final InstrumentNews news = new InstrumentNews(new InstrumentId("FCPO.SIM"), SETTINGS);

  @Test
  void aHalfLifeOldCountsHalf() {
    news.add(headline("new", 1, Duration.ZERO));
    news.add(headline("old", -1, Duration.ofHours(1)));
    assertThat(score().score()).isCloseTo((1 - 0.5) / 1.5, within(1e-12));
  }

  @Test
  void carriesWhenItWasKnownAndHowLongItIsValid() {
    news.add(headline("a", 0.5, Duration.ofMinutes(10)));
    SentimentScored score = score();
    assertThat(score.knownAt()).isEqualTo(NOW.minus(Duration.ofMinutes(9)));
    assertThat(score.validUntil()).isEqualTo(score.knownAt().plus(SETTINGS.validity()));
    assertThat(score.citations()).containsExactly("http://news/a");
  }

  @Test
  void whatSaysNothingIsNoScoreAtAll() {
    assertThat(news.add(new ScoredHeadline("n", "f", "t", "", NOW, NOW, TextScore.NOTHING)))
        .isFalse();
    assertThat(news.score(NOW)).isEmpty();
  }

  @Test
  void theSameHeadlineCountsOnce() {
    assertThat(news.add(headline("a", 0.5, Duration.ZERO))).isTrue();
    assertThat(news.add(headline("a", 0.5, Duration.ZERO))).isFalse();
    assertThat(score().headlines()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsTooOld() {
    news.add(headline("a", 0.5, Duration.ofHours(25)));
    assertThat(news.score(NOW)).isEmpty();
  }

  @Test
  void usesNothingBeforeItWasKnown() {
    news.add(headline("a", 0.5, Duration.ofMinutes(10)));
    assertThat(news.score(NOW.minus(Duration.ofMinutes(9)).minusMillis(1))).isEmpty();
  }

  @Test
  void contradictionLowersConfidence() {
    news.add(headline("a", 0.8, Duration.ZERO));
    double before = score().confidence();
    news.add(headline("b", -0.8, Duration.ZERO));
    assertThat(score().confidence()).isLessThan(before);
  }

  @Test
  void theOrderOfReadingDoesNotMatter() {
    var random = new Random(3);
    for (int round = 0; round < 200; round++) {
      List<ScoredHeadline> headlines = new ArrayList<>();
      for (int number = 0; number < 20; number++) {
        headlines.add(
            headline(
                "h" + number,
                random.nextDouble() * 2 - 1,
                Duration.ofMillis(random.nextInt(80_000_000))));
      }
      var shuffled = new ArrayList<>(headlines);
      Collections.shuffle(shuffled, random);
      assertThat(scoreOf(shuffled)).isEqualTo(scoreOf(headlines));
    }
  }

  private static SentimentScored scoreOf(List<ScoredHeadline> headlines) {
    var news = new InstrumentNews(new InstrumentId("FCPO.SIM"), SETTINGS);
    headlines.forEach(news::add);
    return news.score(NOW).orElseThrow();
  }

  private SentimentScored score() {
    return news.score(NOW).orElseThrow();
  }

  private static ScoredHeadline headline(String id, double score, Duration age) {
    Instant published = NOW.minus(age);
    Instant known = age.isZero() ? NOW : published.plus(Duration.ofMinutes(1));
    return new ScoredHeadline(
        id,
        "feed",
        "title " + id,
        "http://news/" + id,
        published,
        known.isAfter(NOW) ? NOW : known,
        new TextScore(score, 0.5));
  }
}
