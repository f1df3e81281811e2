package io.palmyra.local.server;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Prints from a threshold on: the system property {@code palmyra.log.level}, WARN if absent. */
final class QuietLogger extends LegacyAbstractLogger {
  private static final int THRESHOLD =
      Level.valueOf(System.getProperty("palmyra.log.level", "WARN")).toInt();

  QuietLogger(String name) {
    this.name = name;
  }

  @Override
  protected @Nullable String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level,
      @Nullable Marker marker,
      String message,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    String text = MessageFormatter.basicArrayFormat(message, arguments);
    System.err.println(level + " " + name + " " + text);
    if (thrown != null) {
      thrown.printStackTrace(System.err);
    }
  }

  @Override
  public boolean isTraceEnabled() {
    return enabled(Level.TRACE);
  }

  @Override
  public boolean isDebugEnabled() {
    return enabled(Level.DEBUG);
  }

  @Override
  public boolean isInfoEnabled() {
    return enabled(Level.INFO);
  }

  @Override
  public boolean isWarnEnabled() {
    return enabled(Level.WARN);
  }

  @Override
  public boolean isErrorEnabled() {
    return enabled(Level.ERROR);
  }

  private static boolean enabled(Level level) {
    return level.toInt() >= THRESHOLD;
  }
}
