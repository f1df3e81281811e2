package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "halt",
    mixinStandardHelpOptions = true,
    description = "Stops trading in a scope at once, and cancels its working orders.")
final class HaltCommand implements Callable<Integer> {
  @Option(
      names = "--scope",
      required = true,
      paramLabel = "S",
      description = "all, account:ID, strategy:ID or instrument:ID.")
  String scope = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "R",
      description = "Why; it is kept with the halt.")
  String reason = "";

  @Option(names = "--reduce-only", description = "Let through what reduces positions.")
  boolean reduceOnly;

  @Option(names = "--keep-orders", description = "Leave working orders where they are.")
  boolean keepOrders;

  @Option(names = "--json", description = "Print the halt as JSON.")
  boolean json;

  @Mixin LoginOption login = new LoginOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw LocalFailure.failed("A halt needs a --reason.");
    }
    JsonNode halt =
        login
            .api()
            .post(
                "/api/v1/halts",
                Map.of(
                    "scope", scope,
                    "mode", reduceOnly ? "REDUCE_ONLY" : "HALTED",
                    "reason", reason,
                    "cancelOrders", !keepOrders));
    String name = halt.path("halt").asString(scope + "/" + halt.path("haltId").asString(""));
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(halt);
    } else {
      out.println(
          "Halted: " + name + ". Lift it with: palmyra resume --halt " + name + " --reason …");
      new LeftReport(login.api(), out).print(name);
    }
    out.flush();
    return 0;
  }
}
