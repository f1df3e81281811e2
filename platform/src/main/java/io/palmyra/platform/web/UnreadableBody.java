package io.palmyra.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns a failure to read JSON into what is wrong with which field. */
final class UnreadableBody {
  private static final String WHOLE = "body";
  private static final int MAX_SHOWN = 200;
  private static final Set<String> SECRET = Set.of("password", "key", "token", "secret");

  private UnreadableBody() {}

  static FieldError explain(@Nullable Throwable cause) {
    return switch (cause) {
      case UnrecognizedPropertyException unknown ->
          new FieldError(path(unknown), null, "no such field; known are " + known(unknown));
      case InvalidFormatException wrong ->
          new FieldError(
              path(wrong),
              shown(path(wrong), wrong.getValue()),
              Allowed.of(wrong.getTargetType(), wrong.getOriginalMessage()));
      case MismatchedInputException missing when isMissing(missing) ->
          new FieldError(path(missing), null, "it must be there");
      case MismatchedInputException wrong ->
          new FieldError(path(wrong), null, Allowed.of(wrong.getTargetType()));
      case JacksonException broken when !broken.getPath().isEmpty() ->
          new FieldError(path(broken), null, Allowed.of(null, broken.getOriginalMessage()));
      case null, default -> new FieldError(WHOLE, null, "a JSON object in UTF-8");
    };
  }

  /** A value as it may be repeated: short, and nothing that somebody must not see. */
  static @Nullable String shown(String field, @Nullable Object value) {
    String name = field.toLowerCase(Locale.ROOT);
    if (value == null || SECRET.stream().anyMatch(name::contains)) {
      return null;
    }
    String text = String.valueOf(value);
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }

  /** Jackson tells a creator's missing or null property by its message only. */
  private static boolean isMissing(MismatchedInputException e) {
    String message = e.getOriginalMessage();
    return message.startsWith("Missing required creator property")
        || message.startsWith("Missing creator property")
        || message.startsWith("Invalid `null` value encountered")
        || message.startsWith("Cannot map `null` into type");
  }

  private static String known(UnrecognizedPropertyException e) {
    var names = e.getKnownPropertyIds();
    return names == null
        ? "none"
        : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String path(JacksonException e) {
    List<JacksonException.Reference> path = e.getPath();
    StringBuilder text = new StringBuilder();
    for (JacksonException.Reference step : path) {
      if (step.getPropertyName() != null) {
        text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
      } else if (step.getIndex() >= 0) {
        text.append('[').append(step.getIndex()).append(']');
      }
    }
    return text.isEmpty() ? WHOLE : text.toString();
  }
}
