package io.palmyra.core.strategy;

import io.palmyra.contracts.value.Quantity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One parameter of a strategy: its name, type, bounds, default and meaning. */
public sealed interface ParameterSpec {
  /** Its name, in camelCase. */
  String name();

  /** What it does, for people. */
  String meaning();

  /** The value taken where none is given, as text. */
  String defaultText();

  /** Its type for schemas: integer, decimal, choice, text, duration or flag. */
  String type();

  /** What is allowed, in words. */
  String allowed();

  /** The value that a text says, null if it is not allowed. */
  @Nullable Object read(String text);

  /**
   * A whole number.
   *
   * @param minimum lowest allowed
   * @param maximum highest allowed
   * @param defaultValue taken where none is given
   */
  record Whole(String name, String meaning, int minimum, int maximum, int defaultValue)
      implements ParameterSpec {
    @Override
    public String defaultText() {
      return Integer.toString(defaultValue);
    }

    @Override
    public String type() {
      return "integer";
    }

    @Override
    public String allowed() {
      return "a whole number from " + minimum + " to " + maximum;
    }

    @Override
    public @Nullable Object read(String text) {
      try {
        int value = Integer.parseInt(text);
        return value >= minimum && value <= maximum ? value : null;
      } catch (NumberFormatException _) {
        return null;
      }
    }
  }

  /**
   * A decimal number, used for thresholds and factors.
   *
   * @param minimum lowest allowed
   * @param maximum highest allowed
   * @param defaultValue taken where none is given
   */
  record Decimal(
      String name, String meaning, Quantity minimum, Quantity maximum, Quantity defaultValue)
      implements ParameterSpec {
    /** The same from texts. */
    public static Decimal of(
        String name, String meaning, String minimum, String maximum, String value) {
      return new Decimal(
          name, meaning, Quantity.of(minimum), Quantity.of(maximum), Quantity.of(value));
    }

    @Override
    public String defaultText() {
      return defaultValue.toString();
    }

    @Override
    public String type() {
      return "decimal";
    }

    @Override
    public String allowed() {
      return "a number from " + minimum + " to " + maximum;
    }

    @Override
    public @Nullable Object read(String text) {
      try {
        Quantity value = Quantity.of(text);
        return value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0 ? value : null;
      } catch (IllegalArgumentException _) {
        return null;
      }
    }
  }

  /**
   * One of some words.
   *
   * @param choices allowed words
   * @param defaultText taken where none is given
   */
  record Choice(String name, String meaning, List<String> choices, String defaultText)
      implements ParameterSpec {
    public Choice {
      choices = List.copyOf(choices);
    }

    @Override
    public String type() {
      return "choice";
    }

    @Override
    public String allowed() {
      return "one of " + String.join(", ", choices);
    }

    @Override
    public @Nullable Object read(String text) {
      return choices.contains(text) ? text : null;
    }
  }

  /**
   * A text of a given form.
   *
   * @param form regular expression that it matches as a whole
   * @param allowed the same in words
   * @param defaultText taken where none is given
   */
  record Text(String name, String meaning, String form, String allowed, String defaultText)
      implements ParameterSpec {
    @Override
    public String type() {
      return "text";
    }

    @Override
    public @Nullable Object read(String text) {
      return text.matches(form) ? text : null;
    }
  }

  /**
   * A length of time in ISO-8601.
   *
   * @param minimum shortest allowed
   * @param maximum longest allowed
   * @param defaultValue taken where none is given
   */
  record Length(
      String name, String meaning, Duration minimum, Duration maximum, Duration defaultValue)
      implements ParameterSpec {
    @Override
    public String defaultText() {
      return defaultValue.toString();
    }

    @Override
    public String type() {
      return "duration";
    }

    @Override
    public String allowed() {
      return "an ISO-8601 duration from " + minimum + " to " + maximum;
    }

    @Override
    public @Nullable Object read(String text) {
      try {
        Duration value = Duration.parse(text);
        return value.compareTo(minimum) >= 0 && value.compareTo(maximum) <= 0 ? value : null;
      } catch (DateTimeParseException _) {
        return null;
      }
    }
  }

  /**
   * Yes or no.
   *
   * @param defaultValue taken where none is given
   */
  record Flag(String name, String meaning, boolean defaultValue) implements ParameterSpec {
    @Override
    public String defaultText() {
      return Boolean.toString(defaultValue);
    }

    @Override
    public String type() {
      return "flag";
    }

    @Override
    public String allowed() {
      return "true or false";
    }

    @Override
    public @Nullable Object read(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> null;
      };
    }
  }
}
