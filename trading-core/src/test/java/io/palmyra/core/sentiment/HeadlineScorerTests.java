package io.palmyra.core.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeadlineScorerTests {
  private static final List<String> GOOD = List.of("soars", "rallies", "gains", "strong", "demand");
  private static final List<String> BAD = List.of("crashes", "slumps", "falls", "weak", "losses");
  private static final List<String> PLAIN = List.of("euro", "in", "the", "on", "12", "%", "q3");
  private static final List<String> OTHER = List.of("not", "heavily", "slightly", "ease", "won't");

  private final HeadlineScorer scorer = new HeadlineScorer();

  @Test
  void tellsGoodNewsFromBad() {
    assertThat(score("Palm oil rallies on strong demand, up 0.42%")).isGreaterThan(0.7);
    assertThat(score("Bitcoin slumps in heavy selling, down 1.20%")).isLessThan(-0.7);
    assertThat(score("Euro slips, down 0.04%. Traders are worried.")).isNegative();
    assertThat(score("British pound gains, up 0.04%. Traders are optimistic.")).isPositive();
  }

  @Test
  void hasNoScoreForTextWithoutOpinion() {
    assertThat(scorer.score("Central bank to meet on Thursday")).isEmpty();
    assertThat(scorer.score("")).isEmpty();
    assertThat(scorer.score("§ 12 % ... !?")).isEmpty();
  }

  @Test
  void turnsRoundWhatIsNegatedButNotAcrossSentences() {
    assertThat(score("Exports did not recover")).isNegative();
    assertThat(score("Oil fails to rally")).isNegative();
    assertThat(score("Bank avoids heavy losses")).isPositive();
    assertThat(score("The euro isn\u2019t strong")).isNegative();
    assertThat(score("Not now. Shares rally")).isEqualTo(score("Shares rally"));
    assertThat(Math.abs(score("not strong"))).isLessThan(Math.abs(score("weak")));
  }

  @Test
  void turnsRoundFearsThatEase() {
    assertThat(score("Recession fears ease")).isGreaterThan(score("Recession fears"));
    assertThat(score("Fears ease")).isPositive();
    assertThat(score("Gains fade")).isNegative();
  }

  @Test
  void weighsByTheNeighboursIntensity() {
    assertThat(score("Shares rise sharply")).isGreaterThan(score("Shares rise"));
    assertThat(score("Shares rise slightly")).isBetween(0.0, score("Shares rise"));
    assertThat(score("Shares fall sharply")).isLessThan(score("Shares fall"));
  }

  @Test
  void matchesWholeWordsOfAnyCase() {
    assertThat(score("EURO RALLIES")).isEqualTo(score("euro rallies"));
    assertThat(scorer.score("upstream downtown")).isEmpty();
  }

  @Test
  void staysWithinItsBoundsForAnyText() {
    for (int seed = 1; seed <= 2000; seed++) {
      var random = new SplittableRandom(seed);
      var words = new ArrayList<String>();
      for (int i = random.nextInt(40); i > 0; i--) {
        var list = List.of(GOOD, BAD, PLAIN, OTHER, List.of(".", ";")).get(random.nextInt(5));
        words.add(list.get(random.nextInt(list.size())));
      }
      String text = String.join(" ", words);
      scorer
          .score(text)
          .ifPresent(score -> assertThat(score).as("'%s'", text).isStrictlyBetween(-1.0, 1.0));
      assertThat(scorer.score(text)).isEqualTo(scorer.score(text));
    }
  }

  @Test
  void growsWithEachFurtherGoodWordAndShrinksWithEachBadOne() {
    for (int seed = 1; seed <= 500; seed++) {
      var random = new SplittableRandom(seed);
      var text = new StringBuilder("strong");
      for (int i = 0; i < random.nextInt(10); i++) {
        text.append(' ').append((random.nextBoolean() ? GOOD : BAD).get(random.nextInt(5)));
      }
      double before = score(text.toString());
      assertThat(score(text + " " + GOOD.get(random.nextInt(5))))
          .as("%s", text)
          .isGreaterThan(before);
      assertThat(score(text + " " + BAD.get(random.nextInt(5)))).as("%s", text).isLessThan(before);
    }
  }

  private double score(String text) {
    return scorer.score(text).orElseThrow();
  }
}
