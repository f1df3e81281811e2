package io.palmyra.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadlineScorerTests {
  private final HeadlineScorer scorer = new HeadlineScorer();

  @Test
  void tellsGoodNewsFromBad() {
    assertThat(score("Palm oil futures surge on strong demand")).isGreaterThan(0.6);
    assertThat(score("Bitcoin plunges as exchange goes bankrupt")).isLessThan(-0.6);
  }

  @Test
  void aNegationTurnsAWordRound() {
    assertThat(score("Exports did not fall")).isPositive();
    assertThat(score("Growth without gains")).isLessThan(score("Growth and gains"));
    assertThat(score("Euro doesn’t rally")).isNegative();
  }

  @Test
  void aDoubleNegationDoesNot() {
    assertThat(score("never without gains")).isPositive();
  }

  @Test
  void intensityCounts() {
    assertThat(score("Prices fall sharply"))
        .as("the word after has no say")
        .isEqualTo(score("Prices fall"));
    assertThat(score("Prices sharply fall")).isLessThan(score("Prices fall"));
    assertThat(score("Prices slightly fall")).isGreaterThan(score("Prices fall"));
  }

  @Test
  void confidenceGrowsWithCountAndShrinksWithContradiction() {
    assertThat(confidence("gains gains gains")).isGreaterThan(confidence("gains"));
    assertThat(confidence("gains and losses")).isLessThan(confidence("gains"));
  }

  @Test
  void aTextThatSaysNothingIsNoEvidence() {
    for (String text : List.of("", "   ", "The committee meets on Tuesday", "!!!", "売り")) {
      assertThat(scorer.score(text).saysSomething()).as(text).isFalse();
    }
  }

  @Test
  void staysWithinBoundsWhateverIsWritten() {
    var random = new Random(7);
    String[] words = {"surge", "not", "plunge", "very", "record", "x", "rise", "", "never", "-'"};
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = random.nextInt(60); word > 0; word--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : ", ");
      }
      TextScore score = scorer.score(text.toString());
      assertThat(score.score()).as(text.toString()).isBetween(-1.0, 1.0);
      assertThat(score.confidence()).as(text.toString()).isBetween(0.0, 1.0);
    }
  }

  private double score(String text) {
    return scorer.score(text).score();
  }

  private double confidence(String text) {
    return scorer.score(text).confidence();
  }
}
