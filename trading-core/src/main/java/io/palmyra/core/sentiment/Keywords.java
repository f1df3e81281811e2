package io.palmyra.core.sentiment;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words or phrases by which a text is known to be of an instrument; safe for any thread. */
public final class Keywords {
  private final Pattern pattern;

  /**
   * @param keywords one or more, none blank; case does not count, whole words only
   */
  public Keywords(List<String> keywords) {
    if (keywords.isEmpty() || keywords.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "keywords " + keywords + " is not one or more words, none blank");
    }
    pattern =
        Pattern.compile(
            keywords.stream()
                .map(word -> Pattern.quote(word.strip()))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether the text has at least one of them. */
  public boolean areIn(String text) {
    return pattern.matcher(text).find();
  }
}
