package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.api.Http;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.process.Resident;
import io.palmyra.local.suite.RunState;
import io.palmyra.local.suite.ServiceSpec;
import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.topic.ConsumerLag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a running suite is, at one moment.
 *
 * @param run what was started
 * @param processes each process
 * @param tradingState risk's answer, null if it does not answer
 */
record Status(RunState run, List<Line> processes, @Nullable JsonNode tradingState) {

  /**
   * One process.
   *
   * @param name server or service
   * @param pid its number
   * @param port where it listens
   * @param health UP, DOWN or GONE
   * @param residentBytes memory in RAM
   * @param lag records that its group has not read, null if it has no group
   */
  record Line(
      String name, long pid, int port, String health, long residentBytes, @Nullable Long lag) {}

  static Status of(RunState run, SuiteHome home) {
    Map<String, Long> lags = ConsumerLag.byGroup(run.kafkaBootstrap());
    List<Line> lines =
        run.processes().parallelStream()
            .map(entry -> line(entry, lags.get(groupOf(entry))))
            .toList();
    return new Status(run, lines, tradingState(run, home));
  }

  boolean isUp() {
    return processes.stream().allMatch(line -> line.health().equals("UP"));
  }

  long residentBytes() {
    return processes.stream().mapToLong(Line::residentBytes).sum()
        + Resident.alone(run.supervisor().pid());
  }

  /** A service's consumer group is named as its module. */
  private static String groupOf(RunState.Entry entry) {
    return ServiceSpec.ALL.stream()
        .filter(spec -> spec.id().equals(entry.name()))
        .map(ServiceSpec::module)
        .findFirst()
        .orElse(entry.name());
  }

  private static Line line(RunState.Entry entry, @Nullable Long lag) {
    return new Line(
        entry.name(), entry.pid(), entry.port(), health(entry), Resident.bytes(entry.pid()), lag);
  }

  private static String health(RunState.Entry entry) {
    Optional<ProcessHandle> process = entry.process();
    if (entry.pid() != 0 && process.isEmpty()) {
      return "GONE";
    }
    if (!entry.service()) {
      return "UP";
    }
    int status = Http.status("http://127.0.0.1:" + entry.port() + "/actuator/health/readiness");
    return status == 200 ? "UP" : "DOWN";
  }

  private static @Nullable JsonNode tradingState(RunState run, SuiteHome home) {
    try {
      return SuiteApi.withLocalKey(run.gatewayUrl(), home.token()).get("/api/v1/trading-state");
    } catch (LocalFailure e) {
      return null;
    }
  }
}
