package io.palmyra.platform.web;

import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Says in words what a type allows. */
final class Allowed {
  private static final Map<Class<?>, String> WORDS =
      Map.ofEntries(
          Map.entry(Instant.class, "a time in UTC such as 2026-01-31T12:00:00Z"),
          Map.entry(LocalDate.class, "a day such as 2026-01-31"),
          Map.entry(Duration.class, "a duration such as PT1M"),
          Map.entry(Boolean.class, "true or false"),
          Map.entry(Integer.class, "a whole number"),
          Map.entry(Long.class, "a whole number"),
          Map.entry(BigInteger.class, "a whole number"),
          Map.entry(Double.class, "a number"),
          Map.entry(Price.class, "a decimal number as a string, such as \"1.0825\""),
          Map.entry(Quantity.class, "a decimal number as a string, such as \"1000\""),
          Map.entry(String.class, "a string"));

  private Allowed() {}

  /** What a value of the type may be. */
  static String of(@Nullable Class<?> type) {
    if (type == null) {
      return "another value";
    }
    Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
    if (boxed.isEnum()) {
      return Arrays.stream(boxed.getEnumConstants())
          .map(constant -> ((Enum<?>) constant).name())
          .collect(Collectors.joining(", "));
    }
    String words = WORDS.get(boxed);
    if (words != null) {
      return words;
    }
    if (Collection.class.isAssignableFrom(boxed) || boxed.isArray()) {
      return "a list";
    }
    return boxed.isRecord() || Map.class.isAssignableFrom(boxed)
        ? "an object"
        : "a " + boxed.getSimpleName();
  }

  /**
   * What a value of the type may be, if the type's own refusal says it: the part after " is not ".
   */
  static String of(@Nullable Class<?> type, @Nullable String refusal) {
    int start = refusal == null ? -1 : refusal.lastIndexOf(" is not ");
    boolean known = type != null && (type.isEnum() || WORDS.containsKey(type));
    return start < 0 || known || refusal == null
        ? of(type)
        : refusal.substring(start + " is not ".length());
  }
}
