package io.palmyra.systemtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** The machine's own Chromium; without one the tests are skipped, and fail in CI. */
final class Chromium {
  private Chromium() {}

  static Path find() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(Chromium::missing);
  }

  private static RuntimeException missing() {
    String message = "No Chromium on this machine: install it (Debian: apt-get install chromium).";
    if ("true".equals(System.getenv("CI")) || "true".equals(System.getenv("PALMYRA_CI"))) {
      throw new AssertionFailedError(message);
    }
    return new TestAbortedException(message);
  }
}
