package io.palmyra.platform.settings;

import org.jspecify.annotations.Nullable;

/**
 * A setting that is not as it must be.
 *
 * @param name the setting, in kebab-case
 * @param value what it is, null if it is missing or secret
 * @param allowed what it may be, in words
 */
public record InvalidSetting(String name, @Nullable String value, String allowed) {
  /** One line for a person. */
  String describe() {
    return "%s %s; allowed: %s"
        .formatted(name, value == null ? "is missing" : "is '" + value + "'", allowed);
  }
}
