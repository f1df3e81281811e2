package io.palmyra.local.cli;

import io.palmyra.local.ExitCode;
import io.palmyra.local.suite.RunState;
import io.palmyra.local.suite.RunStateFile;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows each process and the trading state.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all is up", "1:something is down", "3:the suite is not running"})
final class StatusCommand implements Callable<Integer> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    RunState run = new RunStateFile(where.home()).required();
    Status status = Status.of(run, where.home());
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(toJson(status));
    } else {
      print(status, out);
    }
    return (status.isUp() ? ExitCode.OK : ExitCode.FAILED).code();
  }

  private static String toJson(Status status) {
    ObjectNode root = JSON.createObjectNode();
    root.put("running", true);
    root.put("up", status.isUp());
    root.put("startedAt", status.run().startedAt().toString());
    root.put("gateway", status.run().gatewayUrl());
    root.put("kafka", status.run().kafkaBootstrap());
    root.put("supervisorPid", status.run().supervisor().pid());
    root.put("residentBytes", status.residentBytes());
    root.set("processes", JSON.valueToTree(status.processes()));
    root.set("tradingState", status.tradingState());
    return root.toString();
  }

  private static void print(Status status, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-18s %8s %6s %-6s %9s %8s%n",
        "PROCESS",
        "PID",
        "PORT",
        "HEALTH",
        "MEMORY",
        "LAG");
    for (Status.Line line : status.processes()) {
      out.printf(
          Locale.ROOT,
          "%-18s %8d %6d %-6s %6d MB %8s%n",
          line.name(),
          line.pid(),
          line.port(),
          line.health(),
          line.residentBytes() >> 20,
          line.lag() == null ? "-" : line.lag().toString());
    }
    out.printf(
        Locale.ROOT,
        "%nTogether %d MB resident, up since %s%n",
        status.residentBytes() >> 20,
        status.run().startedAt());
    out.println("Page     " + status.run().gatewayUrl());
    printTrading(status.tradingState(), out);
  }

  private static void printTrading(
      @org.jspecify.annotations.Nullable JsonNode state, PrintWriter out) {
    if (state == null) {
      out.println("Trading  unknown: risk does not answer");
      return;
    }
    out.println("Trading  " + state.path("state").asString("unknown"));
    for (JsonNode halt : state.path("halts")) {
      out.println(
          "  halt "
              + halt.path("halt").asString("")
              + "  "
              + halt.path("mode").asString("")
              + "  by "
              + halt.path("by").asString("")
              + ": "
              + halt.path("reason").asString(""));
    }
  }
}
