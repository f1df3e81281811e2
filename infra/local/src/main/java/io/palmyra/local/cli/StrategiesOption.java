package io.palmyra.local.cli;

import io.palmyra.local.suite.SuiteHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where strategies of the user's own lie: for the commands, and the programs behind them. */
public final class StrategiesOption {
  private static final String NAME = "--strategies";

  @Option(
      names = NAME,
      paramLabel = "DIR",
      description =
          "Jars and models of your own (default: strategies/ in the checkout, if it is there).")
  @Nullable Path directory;

  /** The directory that was named, null if none was. */
  public @Nullable Path directory() {
    return directory;
  }

  /** The same as arguments again; where none was named, the directory of the checkout. */
  List<String> arguments(SuiteHome home) {
    return directory == null ? standard(home) : arguments();
  }

  /** The same as arguments again, none where none was named. */
  List<String> arguments() {
    return directory == null ? List.of() : List.of(argument(directory));
  }

  /** The directory of the checkout as arguments, where none was named and it is there. */
  List<String> standard(SuiteHome home) {
    return directory == null && Files.isDirectory(home.strategies())
        ? List.of(argument(home.strategies()))
        : List.of();
  }

  private static String argument(Path chosen) {
    return NAME + "=" + chosen.toAbsolutePath().normalize();
  }
}
