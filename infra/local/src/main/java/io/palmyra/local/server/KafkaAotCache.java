package io.palmyra.local.server;

import io.palmyra.local.process.AotCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets the broker start from an ahead-of-time cache, or write it.
 *
 * <p>The cache is written compiling lightly, so that it holds no profiles (JEP 515): with them java
 * optimises hundreds of methods at once in the first seconds, on the cores that all services start
 * on. A broker from the cache optimises what turns out to be hot; one without compiles lightly.
 */
public final class KafkaAotCache {
  private static final String COMPILE_LIGHTLY = "-XX:TieredStopAtLevel=1";

  private static volatile @Nullable KafkaAotCache chosen;

  private final AotCache cache;
  private final boolean training;

  private KafkaAotCache(AotCache cache, boolean training) {
    this.cache = cache;
    this.training = training;
  }

  /** From now on, brokers of this process start from that file, if it is there. */
  public static void use(Path file) {
    chosen = new KafkaAotCache(new AotCache(file), false);
  }

  /** From now on, a broker of this process writes that file when it stops. */
  public static void train(Path file) {
    chosen = new KafkaAotCache(new AotCache(file), true);
  }

  static List<String> arguments() throws IOException {
    KafkaAotCache ours = chosen;
    return ours == null ? List.of(COMPILE_LIGHTLY) : ours.own();
  }

  /** Whether a cache can be made from this process: it runs from jars. */
  public static boolean isPossible() {
    return KafkaClasspath.isJarsOnly();
  }

  /** Whether a broker of this process could start from it: it was made from the same jars. */
  public static boolean fits(Path file) {
    try {
      return Files.exists(file)
          && Files.readString(madeFrom(file)).equals(KafkaClasspath.identity());
    } catch (IOException e) {
      return false;
    }
  }

  private List<String> own() throws IOException {
    if (training) {
      Files.writeString(madeFrom(cache.file()), KafkaClasspath.identity());
      return Stream.concat(cache.train().stream(), Stream.of(COMPILE_LIGHTLY)).toList();
    }
    return fits(cache.file()) ? cache.use() : List.of(COMPILE_LIGHTLY);
  }

  private static Path madeFrom(Path file) {
    return file.resolveSibling(file.getFileName() + ".from");
  }
}
