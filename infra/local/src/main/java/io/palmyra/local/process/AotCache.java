package io.palmyra.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An ahead-of-time cache of a Java program (JEP 514): the first run that ends in good order writes
 * it, later runs start from it. It fits one JDK, class path and set of arguments.
 *
 * @param file where it is
 */
public record AotCache(Path file) {

  /** The cache that a system property names. */
  public static Optional<AotCache> ofProperty(String property) {
    return Optional.ofNullable(System.getProperty(property)).map(Path::of).map(AotCache::new);
  }

  /** Whether it was made. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** What java is told: use it, or write it. */
  public List<String> arguments() {
    return exists()
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
        : List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
  }
}
