package io.palmyra.contracts.id;

import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a text value may look like; its message names the field, the value and what is allowed. */
public final class TextRule {
  private final String field;
  private final Predicate<String> holds;
  private final String allowed;

  private TextRule(String field, Predicate<String> holds, String allowed) {
    this.field = field;
    this.holds = holds;
    this.allowed = allowed;
  }

  /**
   * @param field name of the value for messages
   * @param regex what the whole text must match
   * @param allowed the same in words
   */
  public TextRule(String field, String regex, String allowed) {
    this(field, Pattern.compile(regex).asMatchPredicate(), allowed);
  }

  /**
   * A rule for what is made so often that a regular expression would be felt.
   *
   * @param field name of the value for messages
   * @param least characters
   * @param most characters
   * @param each what each of them must be
   * @param allowed the same in words
   */
  static TextRule ofCharacters(
      String field, int least, int most, IntPredicate each, String allowed) {
    return new TextRule(
        field,
        text -> {
          int length = text.length();
          boolean holds = length >= least && length <= most;
          for (int i = 0; holds && i < length; i++) {
            holds = each.test(text.charAt(i));
          }
          return holds;
        },
        allowed);
  }

  /** A rule for 32 hex digits in lower case. */
  static TextRule ofDerived(String field) {
    return ofCharacters(
        field,
        Derivation.DIGITS,
        Derivation.DIGITS,
        c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'),
        "32 hex digits in lower case");
  }

  /** A rule for what a venue names, however it does. */
  static TextRule ofVenue(String field) {
    return ofCharacters(
        field,
        1,
        128,
        c -> c != ' ' && (c < '\t' || c > '\r'),
        "1 to 128 characters without spaces");
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
