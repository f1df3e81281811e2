package io.palmyra.core.sentiment;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a text is about something: by whole words, whatever their case. Any thread. */
public final class Keywords {
  private final Pattern pattern;

  /**
   * @param words words or phrases, one at least
   */
  public Keywords(List<String> words) {
    if (words.isEmpty() || words.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("keywords must be one or more, none blank: " + words);
    }
    List<String> quoted = words.stream().map(word -> Pattern.quote(word.strip())).toList();
    pattern =
        Pattern.compile(
            "(?<![\\p{L}\\p{Nd}])(?:" + String.join("|", quoted) + ")(?![\\p{L}\\p{Nd}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether the text names any of them. */
  public boolean in(String text) {
    return pattern.matcher(text).find();
  }
}
