package io.palmyra.platform.settings;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How settings are named and shown. */
final class SettingNames {
  private static final List<String> SECRET = List.of("password", "secret", "token", "key");

  private SettingNames() {}

  /** A Java name as it stands in settings: {@code baseCurrency} is {@code base-currency}. */
  static String kebab(String javaName) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < javaName.length(); i++) {
      char letter = javaName.charAt(i);
      if (Character.isUpperCase(letter)) {
        text.append(i == 0 ? "" : "-").append(Character.toLowerCase(letter));
      } else {
        text.append(letter);
      }
    }
    return text.toString();
  }

  /** A value as it may be shown: nothing that is secret. */
  static @Nullable String shown(String name, @Nullable Object value) {
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean secret =
        SECRET.stream().anyMatch(last::contains) && !last.endsWith("file") && !last.endsWith("uri");
    return value == null ? null : secret ? "(not shown)" : String.valueOf(value);
  }
}
