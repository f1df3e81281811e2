package io.palmyra.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An ahead-of-time cache of a Java program (JEP 514): a training run that ends in good order writes
 * it, later runs start from it. It fits one JDK, class path and set of arguments; java ignores one
 * that does not fit.
 *
 * <p>Training compiles lightly, so that the cache holds no profiles (JEP 515): with them java
 * optimises hundreds of methods at once in the first seconds, on the cores that all processes start
 * on. A run from the cache optimises what turns out to be hot, a run without one compiles lightly.
 *
 * @param file where it is
 */
public record AotCache(Path file) {
  private static final String COMPILE_LIGHTLY = "-XX:TieredStopAtLevel=1";
  private static final List<String> QUIET = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

  /** Whether it was made. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** What java is told to start from it, or to start as well as it can where there is none. */
  public List<String> use() {
    return exists() ? List.of("-XX:AOTCache=" + file, QUIET.get(0), QUIET.get(1)) : none();
  }

  /** What java is told where there is no cache that fits. */
  public static List<String> none() {
    return List.of(COMPILE_LIGHTLY);
  }

  /** What java is told to write it at its end. */
  public List<String> train() {
    return List.of("-XX:AOTCacheOutput=" + file, QUIET.get(0), QUIET.get(1), COMPILE_LIGHTLY);
  }
}
