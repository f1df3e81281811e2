package io.palmyra.local.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up the test reports that a build wrote, module by module. */
final class TestReports {
  private static final Pattern SUITE = Pattern.compile("<testsuite\\s[^>]*>");
  private static final Set<String> PASSED_OVER = Set.of("node_modules", ".git", ".palmyra", "src");
  private static final int TESTS = 0;
  private static final int FAILED = 1;
  private static final int SKIPPED = 2;

  private final Map<String, int[]> modules = new TreeMap<>();

  /** The file system's own time, to tell reports of this build from older ones. */
  static long clockOf(Path directory) throws IOException {
    Path probe = Files.createTempFile(directory, "probe", null);
    long now = Files.getLastModifiedTime(probe).toMillis();
    Files.delete(probe);
    return now;
  }

  static TestReports read(Path root, long sinceMillis) throws IOException {
    TestReports reports = new TestReports();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return PASSED_OVER.contains(String.valueOf(dir.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith("TEST-")
                && name.endsWith(".xml")
                && attributes.lastModifiedTime().toMillis() >= sinceMillis) {
              reports.add(moduleOf(root, file), Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return reports;
  }

  private static String moduleOf(Path root, Path report) {
    String path = root.relativize(report).toString();
    int target = path.indexOf("/target/");
    return target < 0 ? path : path.substring(0, target);
  }

  void add(String module, String xml) {
    int[] sums = modules.computeIfAbsent(module, name -> new int[3]);
    Matcher suite = SUITE.matcher(xml);
    while (suite.find()) {
      String head = suite.group();
      int tests = number(head, "tests");
      int failed = number(head, "failures") + number(head, "errors");
      // A class that was passed over as a whole is reported with no test in it.
      int whole = tests + failed == 0 ? 1 : 0;
      sums[TESTS] += tests + whole;
      sums[FAILED] += failed;
      sums[SKIPPED] += number(head, "skipped") + whole;
    }
  }

  private static int number(String head, String attribute) {
    Matcher value = Pattern.compile("\\s" + attribute + "=\"(\\d+)\"").matcher(head);
    return value.find() ? Integer.parseInt(value.group(1)) : 0;
  }

  int passed() {
    return sum(TESTS) - failed() - skipped();
  }

  int failed() {
    return sum(FAILED);
  }

  int skipped() {
    return sum(SKIPPED);
  }

  private int sum(int column) {
    return modules.values().stream().mapToInt(sums -> sums[column]).sum();
  }

  void print(PrintWriter out) {
    modules.forEach(
        (module, sums) ->
            out.println(
                String.format(
                    Locale.ROOT,
                    "%-24s %5d passed %5d failed %5d skipped",
                    module,
                    sums[TESTS] - sums[FAILED] - sums[SKIPPED],
                    sums[FAILED],
                    sums[SKIPPED])));
  }
}
