package io.palmyra.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When an instrument trades. */
public final class CalendarOptions {
  @Option(
      names = "--session",
      paramLabel = "TEXT",
      description =
          "When it trades, such as 'Mon-Fri 10:30-12:30,14:30-18:00; Mon-Thu 21:00-23:30"
              + " Asia/Kuala_Lumpur' (default: always).")
  @Nullable String session;

  @Option(
      names = "--holidays",
      paramLabel = "DAYS",
      description =
          "On which no session opens, such as 2026-01-01,2026-12-25, or a file with one in each"
              + " line.")
  @Nullable String holidays;

  /** Sessions of the week, null for always. */
  public @Nullable String session() {
    return session;
  }

  /** Days on which it does not, or a file of them; null for none. */
  public @Nullable String holidays() {
    return holidays;
  }

  /** The same as arguments again, a file against the directory where the command was given. */
  List<String> arguments() {
    var arguments = new ArrayList<String>();
    SetupOptions.add(arguments, "--session=", session);
    SetupOptions.add(arguments, "--holidays=", holidaysFromAnywhere());
    return arguments;
  }

  private @Nullable String holidaysFromAnywhere() {
    return holidays != null && Files.isRegularFile(Path.of(holidays))
        ? Path.of(holidays).toAbsolutePath().normalize().toString()
        : holidays;
  }
}
