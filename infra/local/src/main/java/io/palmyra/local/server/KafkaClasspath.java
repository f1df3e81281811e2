package io.palmyra.local.server;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the broker needs of our own class path. In tests that path holds a service with its logging
 * besides, which would meet Kafka's.
 */
final class KafkaClasspath {
  private static final List<String> NEEDED =
      List.of(
          "kafka",
          "scala-",
          "zstd-jni",
          "lz4-java",
          "snappy-java",
          "slf4j-api",
          "pcollections",
          "HdrHistogram",
          "hash4j",
          "caffeine",
          "log4j-api",
          "log4j-core",
          "argparse4j",
          "commons-validator",
          "jackson-",
          "snakeyaml",
          "jopt-simple",
          "jose4j",
          "metrics-core",
          "re2j",
          "jspecify");

  private KafkaClasspath() {}

  static String get() {
    String all = System.getProperty("java.class.path", "");
    Stream<String> jars =
        Arrays.stream(all.split(File.pathSeparator))
            .filter(KafkaClasspath::isNeeded)
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .sorted();
    return Stream.concat(Stream.of(ourOwn()), jars)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Tells this class path from one of other or newer jars. */
  static String identity() throws IOException {
    StringBuilder identity = new StringBuilder(System.getProperty("java.vm.version"));
    for (String entry : get().split(File.pathSeparator)) {
      Path file = Path.of(entry);
      identity.append('\n').append(entry);
      identity.append(' ').append(Files.size(file));
      identity.append(' ').append(Files.getLastModifiedTime(file).toMillis());
    }
    return identity.toString();
  }

  /** Whether it is made of jars alone, which a cache demands. */
  static boolean isJarsOnly() {
    return Arrays.stream(get().split(File.pathSeparator)).allMatch(each -> each.endsWith(".jar"));
  }

  private static boolean isNeeded(String entry) {
    Path file = Path.of(entry).getFileName();
    return file != null && NEEDED.stream().anyMatch(file.toString()::startsWith);
  }

  private static String ourOwn() {
    try {
      return Path.of(KafkaMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
