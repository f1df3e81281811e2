package io.palmyra.local.suite;

import java.util.List;

/** Finds in a dead service's log the one thing that a person needs. */
final class LastWords {
  private static final int LINES = 20;
  private static final String FAILED = "APPLICATION FAILED TO START";

  private LastWords() {}

  /** Spring Boot's description of why it failed, else the last lines. */
  static String of(String log) {
    int failed = log.lastIndexOf(FAILED);
    if (failed >= 0) {
      String report = log.substring(failed + FAILED.length()).replace("\\n", "\n");
      int end = report.indexOf("\",\"");
      String text = (end > 0 ? report.substring(0, end) : report).replace("*", "").strip();
      return String.join("\n", text.lines().limit(2L * LINES).toList()).strip();
    }
    List<String> lines = log.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }
}
