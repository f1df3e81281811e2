package io.palmyra.local.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code import} takes: by the command line, and by the program that it hands them to. */
public final class ImportOptions {
  /** Name of the command. */
  public static final String NAME = "import";

  /** What it does. */
  public static final String DESCRIPTION =
      "Reads bars from a file of separated values and tells of every row that is not taken, of"
          + " gaps, and of what was rounded.";

  @Parameters(paramLabel = "FILE", description = "Plain, or packed with gzip.")
  Path file = Path.of(".");

  @Option(
      names = "--time-format",
      paramLabel = "PATTERN",
      description = "How times are written, such as dd/MM/yyyy (default: found out).")
  @Nullable String timeFormat;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "In which times are meant that do not say so (default: UTC).")
  ZoneId zone = ZoneOffset.UTC;

  @Option(names = "--json", description = "The whole report as JSON, every row of it.")
  boolean json;

  @Option(names = "--strict", description = "End with 1 if a row was not taken.")
  boolean strict;

  /** The file, as it was named. */
  public Path file() {
    return file;
  }

  /** How its times are written, null to find it out. */
  public @Nullable String timeFormat() {
    return timeFormat;
  }

  /** In which its times are meant. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether all is wanted as JSON. */
  public boolean json() {
    return json;
  }

  /** Whether a row that was not taken is a failure. */
  public boolean strict() {
    return strict;
  }

  /** The same as arguments again, the file against the directory where the command was given. */
  List<String> arguments() {
    var arguments = new ArrayList<>(List.of(file.toAbsolutePath().normalize().toString()));
    if (timeFormat != null) {
      arguments.add("--time-format=" + timeFormat);
    }
    arguments.add("--zone=" + zone);
    if (json) {
      arguments.add("--json");
    }
    if (strict) {
      arguments.add("--strict");
    }
    return arguments;
  }
}
