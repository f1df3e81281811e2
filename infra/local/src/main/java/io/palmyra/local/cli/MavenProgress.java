package io.palmyra.local.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows of Maven's output what a person waits for: modules, test classes, seeds, failures, errors.
 */
final class MavenProgress {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (Palmyra.*?) [0-9.]+ +\\[(\\d+/\\d+)]");
  private static final Pattern TESTS =
      Pattern.compile(
          "\\[(?:INFO|WARNING|ERROR)] +(Tests run: \\d+.*Time elapsed: .*) -- in (\\S+)");
  private static final String ERROR = "[ERROR]";
  private static final List<String> TOLD = List.of("simulated ", "chaos ");

  private final PrintWriter out;

  MavenProgress(PrintWriter out) {
    this.out = out;
  }

  void hear(String line) {
    Matcher module = MODULE.matcher(line);
    Matcher tests = TESTS.matcher(line);
    if (module.find()) {
      out.println("[" + module.group(2) + "] " + module.group(1));
    } else if (tests.find()) {
      String name = tests.group(2);
      out.println("      " + name.substring(name.lastIndexOf('.') + 1) + ": " + tests.group(1));
    } else if (line.startsWith(ERROR)) {
      out.println(line);
    } else if (TOLD.stream().anyMatch(line::startsWith)) {
      out.println("      " + line);
    }
    out.flush();
  }
}
