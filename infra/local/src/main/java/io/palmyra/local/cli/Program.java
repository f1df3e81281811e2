package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.process.Tools;
import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program of a module that the command line does not carry, because of what it depends on.
 *
 * @param module under infra, and the name of its jar
 * @param mainClass where it starts
 * @param memory what its JVM is told of heap and collector
 */
record Program(String module, String mainClass, List<String> memory) {
  /**
   * One thread's work.
   *
   * @param heap such as 512m
   */
  Program(String module, String mainClass, String heap) {
    this(module, mainClass, List.of("-XX:+UseSerialGC", "-Xmx" + heap));
  }

  /** The same with the user's own strategies, those of the checkout where no others are named. */
  int run(SuiteHome home, SetupOptions setup, List<String> arguments)
      throws IOException, InterruptedException {
    var all = new ArrayList<>(arguments);
    all.addAll(setup.strategies().standard(home));
    return run(home, all);
  }

  /** Runs it in this terminal and gives its exit code. */
  int run(SuiteHome home, List<String> arguments) throws IOException, InterruptedException {
    Path root = home.root();
    Path target = root.resolve("infra").resolve(module).resolve("target");
    Path jar = target.resolve(module + "-0.1.0.jar");
    if (!Files.exists(jar)) {
      throw LocalFailure.refused("infra/" + module + " is not built: there is no " + jar + ".");
    }
    var command = new ArrayList<>(List.of(Tools.java()));
    command.addAll(memory);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-Dpalmyra.root=" + root, "-Dpalmyra.data-dir=" + home.data()));
    command.addAll(
        List.of(
            "-Dslf4j.provider=io.palmyra.local.server.QuietLogging",
            "-Dslf4j.internal.verbosity=WARN",
            "-Dpalmyra.log.level=ERROR"));
    command.addAll(List.of("-cp", jar + ":" + target.resolve("dependency/*"), mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor();
  }
}
