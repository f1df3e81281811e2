package io.palmyra.core.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scores a text of news by its words: weights of the {@link Lexicon}, stronger or weaker by the
 * words beside them, turned round by a negation within three words before or a reversal within two
 * after, never across the end of a sentence.
 *
 * <p>The sum s of the weights becomes s / sqrt(s² + 4), which lies between -1 and 1 and grows with
 * every further word of the same opinion. Pure; safe for any thread.
 */
public final class HeadlineScorer {
  private static final double HALF_WAY = 4;
  private static final int NEGATION_REACH = 3;
  private static final int REVERSAL_REACH = 2;
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?;:]+(?=\\s|$)");
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}']*+(?:-\\p{L}[\\p{L}']*+)*+");

  /**
   * Scores a text.
   *
   * @return -1 (worst) to 1 (best); empty when no word of it has an opinion, which is not the same
   *     as a balanced one
   */
  public OptionalDouble score(String text) {
    double sum = 0;
    boolean opinionated = false;
    for (String sentence : SENTENCE_END.split(text)) {
      List<String> words = words(sentence);
      for (int i = 0; i < words.size(); i++) {
        double weight = Lexicon.opinion(words.get(i));
        if (weight != 0) {
          opinionated = true;
          sum += weight * intensity(words, i) * direction(words, i);
        }
      }
    }
    return opinionated
        ? OptionalDouble.of(sum / StrictMath.sqrt(sum * sum + HALF_WAY))
        : OptionalDouble.empty();
  }

  private static double intensity(List<String> words, int at) {
    double before = at > 0 ? Lexicon.intensity(words.get(at - 1)) : 1;
    double after = at + 1 < words.size() ? Lexicon.intensity(words.get(at + 1)) : 1;
    return before * after;
  }

  private static double direction(List<String> words, int at) {
    double direction = 1;
    for (int i = Math.max(0, at - NEGATION_REACH); i < at; i++) {
      direction *= Lexicon.negates(words.get(i)) ? Lexicon.NEGATED : 1;
    }
    for (int i = at + 1; i <= Math.min(words.size() - 1, at + REVERSAL_REACH); i++) {
      direction *= Lexicon.reverses(words.get(i)) ? Lexicon.NEGATED : 1;
    }
    return direction;
  }

  private static List<String> words(String sentence) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(sentence.replace('\u2019', '\'').toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }
}
