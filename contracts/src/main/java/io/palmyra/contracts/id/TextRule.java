package io.palmyra.contracts.id;

import java.util.regex.Pattern;

/** What a text value may look like; its message names the field, the value and what is allowed. */
public final class TextRule {
  private final String field;
  private final Pattern pattern;
  private final String allowed;

  /**
   * @param field name of the value for messages
   * @param regex what the whole text must match
   * @param allowed the same in words
   */
  public TextRule(String field, String regex, String allowed) {
    this.field = field;
    this.pattern = Pattern.compile(regex);
    this.allowed = allowed;
  }

  /**
   * Refuses a text that breaks the rule.
   *
   * @throws IllegalArgumentException naming field, value and what is allowed
   */
  public void require(String text) {
    if (!pattern.matcher(text).matches()) {
      throw new IllegalArgumentException(field + " '" + text + "' is not " + allowed);
    }
  }
}
