package io.palmyra.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps logs from growing for ever: at a start, a large one becomes the previous one. */
final class Logs {
  private static final long LARGE_BYTES = 20L << 20;

  private Logs() {}

  static void rotate(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LARGE_BYTES) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
