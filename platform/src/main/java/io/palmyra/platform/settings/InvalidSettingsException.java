package io.palmyra.platform.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Stops a service before it starts, naming each setting that is wrong, missing or unknown. */
public final class InvalidSettingsException extends RuntimeException {
  private final transient List<InvalidSetting> settings;

  /**
   * @param settings what is wrong, at least one
   */
  public InvalidSettingsException(List<InvalidSetting> settings) {
    super(settings.stream().map(InvalidSetting::describe).collect(Collectors.joining("\n")));
    this.settings = List.copyOf(settings);
  }

  /** What is wrong. */
  public List<InvalidSetting> settings() {
    return settings;
  }
}
