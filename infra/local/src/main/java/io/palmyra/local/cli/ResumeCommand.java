package io.palmyra.local.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    description = "Lifts one halt. Trading goes on when no other halt covers the scope.")
final class ResumeCommand implements Callable<Integer> {
  @Option(
      names = "--halt",
      required = true,
      paramLabel = "ID",
      description = "The halt, as scope/haltId: see './palmyra status'.")
  String halt = "";

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "R",
      description = "Why; it is kept with the halt.")
  String reason = "";

  @Option(names = "--json", description = "Print the halt as JSON.")
  boolean json;

  @Mixin LoginOption login = new LoginOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    JsonNode lifted =
        login.api().post("/api/v1/halts/lift", Map.of("halt", halt, "reason", reason));
    spec.commandLine().getOut().println(json ? lifted.toString() : "Lifted: " + halt);
    return 0;
  }
}
