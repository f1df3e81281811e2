package io.palmyra.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Finds the recorded market data, which is not in the repository: the folder that {@code
 * PALMYRA_SHARED_DATA} names, else {@code shared/data} beside the repository. Where there is none,
 * a test that needs it is skipped, and fails in CI.
 */
public final class SharedData {
  private static final String NAME = "PALMYRA_SHARED_DATA";

  private SharedData() {}

  /** The file or folder at a path under the data, such as {@code lean/forex/readme.md}. */
  public static Path require(String path) {
    return require(path, System.getenv(), System.getProperty(NAME), Path.of(""));
  }

  static Path require(
      String path, Map<String, String> environment, @Nullable String property, Path start) {
    Optional<Path> found =
        folder(environment, property, start.toAbsolutePath())
            .map(folder -> folder.resolve(path))
            .filter(Files::exists);
    if (found.isPresent()) {
      return found.get();
    }
    String message =
        "No shared/data with " + path + " beside the repository; set " + NAME + " to its folder.";
    if (FullForm.isWanted(environment)) {
      throw new AssertionFailedError(message);
    }
    throw new TestAbortedException(message);
  }

  private static Optional<Path> folder(
      Map<String, String> environment, @Nullable String property, Path start) {
    String named = property == null ? environment.get(NAME) : property;
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    for (Path at = start; at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared/data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
