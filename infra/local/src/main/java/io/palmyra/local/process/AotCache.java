package io.palmyra.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An ahead-of-time cache of a Java program (JEP 514): a training run that ends in good order writes
 * it, later runs start from it. It fits one JDK, class path and set of arguments; java ignores one
 * that does not fit.
 *
 * @param file where it is
 */
public record AotCache(Path file) {
  private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

  /** Whether it was made. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** What java is told to start from it; nothing where there is none. */
  public List<String> use() {
    return exists() ? List.of("-XX:AOTCache=" + file, QUIET.get(0), QUIET.get(1)) : List.of();
  }

  /** What java is told to write it at its end. */
  public List<String> train() {
    return List.of("-XX:AOTCacheOutput=" + file, QUIET.get(0), QUIET.get(1));
  }
}
