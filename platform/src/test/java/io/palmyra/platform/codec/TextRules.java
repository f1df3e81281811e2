package io.palmyra.platform.codec;

import io.palmyra.contracts.id.TextRule;
import java.lang.reflect.Field;

/** The rule of a text value, which it keeps to itself. */
final class TextRules {
  private TextRules() {}

  static TextRule of(Class<?> textValue) {
    return (TextRule) read(textValue, "RULE", null);
  }

  static String pattern(TextRule rule) {
    return read(TextRule.class, "pattern", rule).toString();
  }

  static String allowed(TextRule rule) {
    return (String) read(TextRule.class, "allowed", rule);
  }

  private static Object read(
      Class<?> type, String name, @org.jspecify.annotations.Nullable Object of) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(of);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
