package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.process.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures: latency, startup and others; without a name, says which there are.")
final class BenchCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..*",
      description = "The benchmark and its own options.")
  List<String> arguments = new ArrayList<>();

  @Mixin HomeOption where = new HomeOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path root = where.home().root();
    Path target = root.resolve("infra/bench/target");
    if (!Files.exists(target.resolve("bench-0.1.0.jar"))) {
      throw LocalFailure.refused("infra/bench is not built: there is no bench-0.1.0.jar.");
    }
    List<String> command = new ArrayList<>(List.of(Tools.java()));
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-Dpalmyra.root=" + root, "-Dpalmyra.data-dir=" + where.home().data()));
    command.addAll(
        List.of("-cp", target.resolve("bench-0.1.0.jar") + ":" + target.resolve("dependency/*")));
    command.add("io.palmyra.bench.Bench");
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor();
  }
}
