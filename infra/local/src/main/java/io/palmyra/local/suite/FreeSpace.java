package io.palmyra.local.suite;

import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks for room on the disk before anything is started. */
final class FreeSpace {
  private static final long NEEDED_BYTES = 1L << 30;

  private FreeSpace() {}

  static void require(Path directory) throws IOException {
    require(directory, NEEDED_BYTES);
  }

  static void require(Path directory, long neededBytes) throws IOException {
    long free = Files.getFileStore(existing(directory)).getUsableSpace();
    if (free < neededBytes) {
      throw LocalFailure.refused(
          "The disk is full: %d MB are free at %s, %d MB are needed."
              .formatted(free >> 20, directory, neededBytes >> 20));
    }
  }

  private static Path existing(Path path) {
    Path at = path.toAbsolutePath();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
