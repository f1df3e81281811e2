package io.palmyra.local.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.Progress;
import io.palmyra.local.server.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteIT {
  private static final Set<String> USED = Set.of("strategy", "risk", "simulated-venue");

  @TempDir Path root;
  private SuiteHome home;
  private SuiteOptions options;

  @BeforeEach
  void installStandIns() throws IOException {
    home = SuiteHome.of(root);
    Set<String> unused =
        ServiceSpec.ALL.stream()
            .map(ServiceSpec::id)
            .filter(id -> !USED.contains(id))
            .collect(Collectors.toSet());
    options = SuiteOptions.of(home, SuitePorts.random()).without(unused);
    for (ServiceSpec spec : options.services()) {
      StandIn.install(home, spec);
    }
  }

  @Test
  void runsServicesWatchesThemAndStopsAllInGoodOrder() throws Exception {
    Heard heard = new Heard();
    Suite suite = Suite.start(options, heard);
    RunState state = new RunStateFile(home).required();
    assertThat(state.processes())
        .extracting(RunState.Entry::name)
        .containsExactly("strategy", "risk", "simulated-venue", "Redis", "Kafka", "PostgreSQL");
    assertThat(state.processes()).allMatch(entry -> entry.process().isPresent());
    assertThat(Files.readString(home.log("risk"))).contains(home.secrets("risk").toString());
    assertThatThrownBy(() -> Suite.start(options, new Heard()))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("already runs");

    Thread watch = Thread.ofPlatform().start(() -> new Watch(suite, heard).untilInterrupted());
    long before = suite.service("risk").pid();
    suite.service("risk").kill();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> suite.service("risk").pid() != 0 && suite.service("risk").pid() != before);
    await()
        .until(
            () ->
                new RunStateFile(home)
                    .required().processes().stream()
                        .anyMatch(entry -> entry.pid() == suite.service("risk").pid()));

    heard.steps.clear();
    suite.stop(heard);
    watch.join(Duration.ofSeconds(10));
    assertThat(heard.steps)
        .containsExactly("strategy", "risk", "simulated-venue", "Redis", "Kafka", "PostgreSQL");
    assertThat(state.processes()).allMatch(entry -> entry.process().isEmpty());
    assertThat(home.runFile()).doesNotExist();
  }

  @Test
  void aServiceThatDiesAtItsStartIsToldInOneMessageAndNothingIsLeftRunning() {
    SuiteOptions dying = options.with("risk", List.of("die=true"));
    assertThatThrownBy(() -> Suite.start(dying, new Heard()))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("risk died at its start")
        .hasMessageContaining("the venue is on fire");
    assertThat(List.of(options.ports().of("strategy"), options.ports().servers().kafka()))
        .allMatch(Ports::isFree);
    assertThat(home.runFile()).doesNotExist();
  }

  @Test
  void whatARunThatWasCutOffLeftIsEndedBeforeTheNext() throws Exception {
    Process left = new ProcessBuilder("sleep", "600").start();
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      Files.createDirectories(home.data());
      RunState.Entry ours = RunState.Entry.of("risk", left.pid(), 1, true);
      RunState.Entry reused = new RunState.Entry("portfolio", other.pid(), 12345, 1, true);
      RunState.Entry gone = new RunState.Entry("supervisor", other.pid(), 1, 0, false);
      new RunStateFile(home)
          .write(new RunState(gone, java.time.Instant.EPOCH, "", "", "", List.of(ours, reused)));
      assertThat(new Leftovers(home).stop(new Heard())).isEqualTo(1);
      assertThat(left.isAlive()).isFalse();
      assertThat(other.isAlive()).as("a reused process id").isTrue();
    } finally {
      left.destroyForcibly();
      other.destroyForcibly();
    }
  }

  @Test
  void aJarThatIsNotBuiltIsNamed() throws IOException {
    Files.delete(home.jar(options.services().getFirst()));
    assertThatThrownBy(() -> Suite.start(options, new Heard()))
        .hasMessageContaining("strategy-service-0.1.0-app.jar: build first");
  }

  /** Remembers the steps. */
  private static final class Heard implements Progress {
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void done(String step, String detail, Duration took) {
      steps.add(step);
    }

    @Override
    public void note(String text) {}
  }
}
