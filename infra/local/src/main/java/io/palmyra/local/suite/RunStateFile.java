package io.palmyra.local.suite;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.server.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps {@link RunState} in a file. */
public final class RunStateFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;

  /** The one of a data directory. */
  public RunStateFile(SuiteHome home) {
    this.file = home.runFile();
  }

  /** What was written last and not removed. */
  public Optional<RunState> read() {
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readString(file), RunState.class))
          : Optional.empty();
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /** What runs now; refuses if nothing does. */
  public RunState required() {
    return read()
        .filter(state -> state.supervisor().process().isPresent())
        .orElseThrow(
            () ->
                new LocalFailure(
                    ExitCode.NOT_RUNNING, "Palmyra is not running. Start it with ./palmyra run."));
  }

  void write(RunState state) throws IOException {
    PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
  }

  void remove() throws IOException {
    Files.deleteIfExists(file);
  }
}
