package io.palmyra.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTests {
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private final RunState.Entry ourselves =
      RunState.Entry.of("risk", ProcessHandle.current().pid(), 8085, true);

  @TempDir Path root;

  @Test
  void survivesTheFile() throws IOException {
    SuiteHome home = homeWithData();
    RunState state =
        new RunState(
            ourselves, AT, "http://127.0.0.1:8080", "127.0.0.1:9192", "", List.of(ourselves));
    new RunStateFile(home).write(state);
    assertThat(new RunStateFile(home).read()).contains(state);
    assertThat(new RunStateFile(home).required()).isEqualTo(state);
  }

  @Test
  void aReusedProcessIdIsNotTakenForTheProcess() {
    RunState.Entry earlier =
        new RunState.Entry(
            "risk", ourselves.pid(), ourselves.startedAtMillis() - 60_000, 8085, true);
    assertThat(ourselves.process()).isPresent();
    assertThat(earlier.process()).isEmpty();
  }

  @Test
  void aContainersServerHasNoProcess() {
    assertThat(RunState.Entry.of("Kafka", 0, 9192, false).process()).isEmpty();
  }

  @Test
  void whatDoesNotRunIsSaidSo() throws IOException {
    SuiteHome home = homeWithData();
    RunState.Entry gone = new RunState.Entry("supervisor", ourselves.pid(), 1, 0, false);
    new RunStateFile(home).write(new RunState(gone, AT, "", "", "", List.of()));
    assertThatThrownBy(() -> new RunStateFile(home).required())
        .isInstanceOfSatisfying(
            LocalFailure.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.NOT_RUNNING));
  }

  @Test
  void aBrokenFileIsAsNone() throws IOException {
    SuiteHome home = homeWithData();
    Files.writeString(home.runFile(), "{\"supervisor\":");
    assertThat(new RunStateFile(home).read()).isEmpty();
  }

  private SuiteHome homeWithData() throws IOException {
    SuiteHome home = SuiteHome.of(root);
    Files.createDirectories(home.data());
    return home;
  }
}
