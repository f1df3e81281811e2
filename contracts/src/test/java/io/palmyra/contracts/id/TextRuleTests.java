package io.palmyra.contracts.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextRuleTests {
  private static final String LETTERS = "09afgzAFG -\t\n\u000B\f\r\u0085\u00A0\u2028é😀";

  @Test
  void rulesOfCharactersSayWhatTheirPatternsSay() {
    var random = new Random(11);
    for (TextRule rule : List.of(TextRule.ofDerived("id"), TextRule.ofVenue("id"))) {
      for (int i = 0; i < 20_000; i++) {
        String text = text(random, rule.pattern().pattern().contains("32") ? 32 : 128);
        assertThat(holds(rule, text)).as(text).isEqualTo(rule.pattern().matcher(text).matches());
      }
    }
  }

  /** Mostly of characters that are allowed, mostly about as long as may be. */
  private static String text(Random random, int longest) {
    int length = Math.max(0, longest - 2 + random.nextInt(4) - random.nextInt(3) * longest / 2);
    var text = new StringBuilder();
    while (text.length() < length) {
      text.append(
          random.nextInt(60) > 0
              ? LETTERS.charAt(random.nextInt(4))
              : LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static boolean holds(TextRule rule, String text) {
    try {
      rule.require(text);
      return true;
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageStartingWith("id '" + text + "' is not ");
      return false;
    }
  }
}
