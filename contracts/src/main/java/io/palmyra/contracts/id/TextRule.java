package io.palmyra.contracts.id;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a text value may look like; its message names the field, the value and what is allowed. */
public final class TextRule {
  private static final int LONGEST_OF_VENUE = 128;

  private final String field;
  private final Pattern pattern;
  private final Predicate<String> holds;
  private final String allowed;

  private TextRule(String field, Pattern pattern, Predicate<String> holds, String allowed) {
    this.field = field;
    this.pattern = pattern;
    this.holds = holds;
    this.allowed = allowed;
  }

  /**
   * @param field name of the value for messages
   * @param regex what the whole text must match
   * @param allowed the same in words
   */
  public TextRule(String field, String regex, String allowed) {
    this.field = field;
    this.pattern = Pattern.compile(regex);
    this.holds = pattern.asMatchPredicate();
    this.allowed = allowed;
  }

  /** A rule for 32 hex digits in lower case. */
  static TextRule ofDerived(String field) {
    return new TextRule(
        field,
        Pattern.compile("[0-9a-f]{32}"),
        text ->
            text.length() == Derivation.DIGITS
                && all(text, c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')),
        "32 hex digits in lower case");
  }

  /** A rule for what a venue names, however it does. */
  static TextRule ofVenue(String field) {
    return new TextRule(
        field,
        Pattern.compile("\\S{1,128}"),
        text ->
            !text.isEmpty()
                && text.length() <= LONGEST_OF_VENUE
                && all(text, c -> c != ' ' && (c < '\t' || c > '\r')),
        "1 to 128 characters without spaces");
  }

  /** The same as a pattern of such characters, for what is made so often that one is felt. */
  private static boolean all(String text, IntPredicate each) {
    for (int i = 0; i < text.length(); i++) {
      if (!each.test(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** What the whole text must match. */
  Pattern pattern() {
    return pattern;
  }

  /**
   * Refuses a text that breaks the rule.
   *
   * @throws IllegalArgumentException naming field, value and what is allowed
   */
  public void require(String text) {
    if (!holds.test(text)) {
      throw new IllegalArgumentException(field + " '" + text + "' is not " + allowed);
    }
  }
}
