package io.palmyra.platform.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.util.ClassUtils;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Tells which setting of ours has a wrong value or lacks. Called when a start fails. */
final class SettingsFailureAnalyzer
    extends AbstractFailureAnalyzer<ConfigurationPropertiesBindException> implements Ordered {
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          Integer.class, "a whole number",
          Long.class, "a whole number",
          Boolean.class, "true or false",
          Duration.class, "a duration such as 500ms, 5s or 2m");

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable root, ConfigurationPropertiesBindException failure) {
    String prefix = failure.getAnnotation().prefix() + failure.getAnnotation().value();
    BindValidationException invalid = findCause(failure, BindValidationException.class);
    BindException unbound = findCause(failure, BindException.class);
    List<InvalidSetting> settings = new ArrayList<>();
    if (invalid != null) {
      for (ObjectError error : invalid.getValidationErrors().getAllErrors()) {
        settings.add(invalid(String.valueOf(invalid.getValidationErrors().getName()), error));
      }
    } else if (unbound != null) {
      settings.add(unconvertible(unbound));
    } else {
      return null;
    }
    if (settings.isEmpty() || !(prefix + ".").startsWith("palmyra")) {
      return null;
    }
    return new FailureAnalysis(
        settings.stream().map(InvalidSetting::describe).collect(Collectors.joining("\n")),
        InvalidSettingsFailureAnalyzer.ACTION,
        failure);
  }

  private static InvalidSetting invalid(String prefix, ObjectError error) {
    String said = String.valueOf(error.getDefaultMessage());
    String allowed = said.startsWith("must not be ") ? "it must be given" : said;
    if (error instanceof FieldError field) {
      String name = prefix + "." + SettingNames.kebab(field.getField());
      return new InvalidSetting(name, SettingNames.shown(name, field.getRejectedValue()), allowed);
    }
    return new InvalidSetting(prefix, "", allowed);
  }

  private static InvalidSetting unconvertible(BindException failure) {
    String name = failure.getName().toString();
    Object value = failure.getProperty() == null ? null : failure.getProperty().getValue();
    return new InvalidSetting(name, SettingNames.shown(name, value), allowed(failure));
  }

  private static String allowed(BindException failure) {
    Class<?> type =
        ClassUtils.resolvePrimitiveIfNecessary(failure.getTarget().getType().resolve(Object.class));
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(constant -> ((Enum<?>) constant).name())
              .collect(Collectors.joining(", "));
    }
    String words = WORDS.get(type);
    if (words != null) {
      return words;
    }
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String said = String.valueOf(cause.getMessage());
    int rule = said.lastIndexOf(" is not ");
    return rule < 0 ? "a " + type.getSimpleName() : said.substring(rule + " is not ".length());
  }
}
