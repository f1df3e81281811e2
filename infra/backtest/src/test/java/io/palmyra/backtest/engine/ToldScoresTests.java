package io.palmyra.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.backtest.history.Bars;
import io.palmyra.backtest.history.Sentiment;
import io.palmyra.contracts.sentiment.SentimentScored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToldScoresTests {
  private static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");

  private final Listener listener = new Listener();

  private static Bars bars(int count) {
    var bars = Bars.builder(1, 0, Duration.ofHours(1));
    for (int i = 0; i < count; i++) {
      bars.add(BEGIN.plus(Duration.ofHours(i)).toEpochMilli(), 1000, 1010, 990, 1000 + i % 3, 10);
    }
    return bars.build();
  }

  private static Sentiment scores(SentimentScored... scores) {
    return new Sentiment("scores.csv", "abc", scores.length, 0, List.of(), List.of(scores));
  }

  private static SentimentScored score(double score, String knownAt) {
    Instant known = Instant.parse(knownAt);
    return new SentimentScored(
        Script.GOLD, score, 1, 1, "test", known, known, known.plusSeconds(86400), List.of());
  }

  private Setup setup(Bars bars, Sentiment sentiment) {
    Setup plain = new Script().setup(bars);
    return new Setup(
        listener,
        Terms.accepted(listener, Map.of()),
        plain.terms(),
        bars,
        LimitsProfile.WIDE,
        AccountRules.PLAIN,
        plain.assumptions(),
        sentiment);
  }

  private Result run(SentimentScored... scores) {
    return Backtest.run(setup(bars(3), scores(scores)), _ -> {});
  }

  @Test
  void aScoreKnownASecondAfterACloseIsSeenAtTheNextBar() {
    Result result = run(score(0.5, "2026-01-05T01:00:01Z"));
    assertThat(listener.saw)
        .containsExactly(
            "bar 2026-01-05T01:00:00Z 0.0",
            "bar 2026-01-05T02:00:00Z 0.5",
            "bar 2026-01-05T03:00:00Z 0.5");
    assertThat(result.orders().getFirst().approvedAt()).isEqualTo("2026-01-05T02:00:00Z");
  }

  @Test
  void aScoreKnownAtACloseIsSeenAtThatBar() {
    run(score(0.5, "2026-01-05T01:00:00Z"));
    assertThat(listener.saw).first().isEqualTo("bar 2026-01-05T01:00:00Z 0.5");
  }

  @Test
  void aScoreKnownBeforeTheBeginIsSeenFromTheBegin() {
    run(score(0.5, "2026-01-04T01:00:00Z"), score(-0.5, "2026-01-04T02:00:00Z"));
    assertThat(listener.saw).first().isEqualTo("bar 2026-01-05T01:00:00Z -0.5");
  }

  @Test
  void movingWhenAScoreWasKnownChangesTheHashEvenWhereNothingIsTraded() {
    String hash = run(score(0, "2026-01-05T01:00:01Z")).hash();
    assertThat(run(score(0, "2026-01-05T01:00:01Z")).hash()).isEqualTo(hash);
    assertThat(run(score(0, "2026-01-05T01:00:02Z")).hash()).isNotEqualTo(hash);
  }

  @Test
  void aScoreOfAfterTheEndIsNeverTold() {
    assertThat(run(score(0.5, "2026-01-05T03:00:01Z")).orders()).isEmpty();
  }

  @Test
  void shorterRunsKnowOnlyTheScoresOfTheirTime() {
    Bars bars = bars(60);
    Sentiment all =
        scores(
            Stream.iterate(BEGIN.plusSeconds(1), at -> at.plusSeconds(3600))
                .limit(59)
                .map(at -> score(at.getEpochSecond() / 3600 % 2 == 0 ? 1 : -1, at.toString()))
                .toArray(SentimentScored[]::new));
    var found =
        LookaheadCheck.of(
            some -> setup(some, all.knownBy(some.closeTime(some.size() - 1))), bars, _ -> {});
    assertThat(found.inWords()).startsWith("no look-ahead: 20 shorter runs");
    assertThat(found.orders()).isEqualTo(60);
  }

  @Test
  void theReportSaysWhatWasToldOrThatNothingWas() {
    assertThat(setup(bars(3), scores(score(1, "2026-01-05T01:00:01Z"))).inWords())
        .hasEntrySatisfying(
            "sentiment",
            words -> assertThat(words).startsWith("1 scores of scores.csv (sha256 abc)"));
    assertThat(setup(bars(3), Sentiment.NONE).inWords())
        .containsEntry("sentiment", "none given: the strategy asks for scores and sees none");
    assertThat(new Script().setup(bars(3)).inWords()).doesNotContainKey("sentiment");
  }
}
