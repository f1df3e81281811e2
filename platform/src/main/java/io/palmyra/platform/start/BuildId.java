package io.palmyra.platform.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Tells builds apart by their own bytes: the same for all copies of one build, another for any
 * other. Of a program that runs from class files its name is {@code unpackaged}.
 */
public final class BuildId {
  private BuildId() {}

  /**
   * Of the program that is made of the jars in which these classes lie.
   *
   * @throws IllegalStateException if a jar can't be read
   */
  public static String of(Class<?>... inEachJar) {
    List<Path> jars = Stream.of(inEachJar).map(BuildId::place).distinct().sorted().toList();
    if (jars.stream().anyMatch(Files::isDirectory)) {
      return "unpackaged";
    }
    var sum = new CRC32();
    long size = 0;
    for (Path jar : jars) {
      try (InputStream in = Files.newInputStream(jar)) {
        byte[] bytes = in.readAllBytes();
        size += bytes.length;
        sum.update(bytes);
      } catch (IOException e) {
        throw new IllegalStateException("cannot read " + jar, e);
      }
    }
    return "%08x-%d".formatted(sum.getValue(), size);
  }

  private static Path place(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      throw new IllegalStateException(type + " lies in no jar");
    }
    try {
      return Path.of(source.getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(source.getLocation() + " is no place", e);
    }
  }
}
