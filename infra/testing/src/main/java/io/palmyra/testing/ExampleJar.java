package io.palmyra.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documented example of a user's strategy, made into a jar from its sources. */
public final class ExampleJar {
  private static final Path SOURCES = Path.of("examples/strategies/range-breakout/src/main");
  private static final String CLASS = "example.RangeBreakout";

  private ExampleJar() {}

  /** Its source, as it stands in the repository. */
  public static String source() throws IOException {
    return Files.readString(sources().resolve("java/example/RangeBreakout.java"));
  }

  /**
   * Writes {@code range-breakout.jar} into a directory.
   *
   * @param against classes in each jar that it is compiled against
   */
  public static Path writeTo(Path directory, Class<?>... against) throws IOException {
    String services = "META-INF/services/io.palmyra.core.strategy.StrategyType";
    return CompiledJar.against(against)
        .with(CLASS, source())
        .withFile(services, Files.readAllBytes(sources().resolve("resources").resolve(services)))
        .write(directory.resolve("range-breakout.jar"));
  }

  private static Path sources() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve(SOURCES))) {
        return at.resolve(SOURCES);
      }
    }
    throw new IllegalStateException("no " + SOURCES + " above the working directory");
  }
}
