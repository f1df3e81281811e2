package io.palmyra.core.sentiment;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Scores a headline by its words. A word's weight is turned round by a negation among the three
 * words before it, and grows or shrinks by the word right before. The sum s becomes s / √(s² + 4),
 * so that one word says something and many say it clearly. Confidence grows with the number of
 * words that say something and shrinks as they contradict each other. Stateless; any thread.
 */
public final class HeadlineScorer {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}'-]+");
  private static final int NEGATION_REACH = 3;
  private static final double NEGATED = -0.7;
  private static final double SOFTENING = 4;
  private static final int MOST_CHARACTERS = 2000;

  private final Lexicon lexicon = Lexicon.builtIn();

  /** What a text says; {@link TextScore#NOTHING} where no word of it is known. */
  public TextScore score(String text) {
    String shortened = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    String plain = shortened.replace('’', '\'').toLowerCase(Locale.ROOT);
    String[] words = BETWEEN_WORDS.split(plain);
    double sum = 0;
    double size = 0;
    int hits = 0;
    for (int at = 0; at < words.length; at++) {
      OptionalDouble weight = lexicon.weight(words[at]);
      if (weight.isPresent()) {
        double value = weight.getAsDouble() * intensityBefore(words, at);
        value *= isNegated(words, at) ? NEGATED : 1;
        sum += value;
        size += Math.abs(value);
        hits++;
      }
    }
    if (hits == 0 || size == 0) {
      return TextScore.NOTHING;
    }
    double agreement = Math.abs(sum) / size;
    // Words that cancel out are evidence of a mixed text, with little confidence, not of nothing.
    double confidence = (0.1 + 0.9 * agreement) * (1 - StrictMath.pow(2, -hits));
    return new TextScore(sum / StrictMath.sqrt(sum * sum + SOFTENING), confidence);
  }

  private double intensityBefore(String[] words, int at) {
    return at == 0 ? 1 : lexicon.intensity(words[at - 1]);
  }

  private boolean isNegated(String[] words, int at) {
    boolean negated = false;
    for (int before = Math.max(0, at - NEGATION_REACH); before < at; before++) {
      negated ^= lexicon.negates(words[before]);
    }
    return negated;
  }
}
