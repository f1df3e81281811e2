package io.palmyra.platform.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells a person which settings to change. Called by Spring Boot when a start fails. */
final class InvalidSettingsFailureAnalyzer
    extends AbstractFailureAnalyzer<InvalidSettingsException> {
  static final String ACTION = "Correct the settings; nothing was started.";

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, InvalidSettingsException cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), ACTION, cause);
  }
}
