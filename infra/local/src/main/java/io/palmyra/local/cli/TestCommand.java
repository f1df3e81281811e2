package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.process.Tools;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Builds everything and runs all that proves it.",
    footerHeading = "%n",
    footer = "The last line is: N passed, N failed, N skipped.")
final class TestCommand implements Callable<Integer> {
  /** Modules built at once: while one waits for its servers, another compiles. */
  private static final String AT_ONCE = "3";

  @Option(
      names = "--ci",
      description = "The full form: what cannot be tested for lack of data or tools is a failure.")
  boolean ci;

  @Option(
      names = "--modules",
      paramLabel = "A,B",
      split = ",",
      description = "Only these modules, and what they need.")
  List<String> modules = new ArrayList<>();

  @Option(
      names = "--simulation",
      paramLabel = "SEEDS",
      description =
          "Only the simulation of the whole flow with everything going wrong, with so many seeds.")
  @Nullable Integer simulation;

  @Option(
      names = "--system",
      paramLabel = "ROUNDS",
      arity = "0..1",
      fallbackValue = "1",
      description =
          "Only the running suite under every fault, each so many times (1 if not said): about eight"
              + " minutes a round; a report in HTML and JSON.")
  @Nullable Integer system;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "With --system: the seed of an earlier run, for the same order of faults.")
  @Nullable Long seed;

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireSense();
    Path root = where.home().root();
    Path logs = Files.createDirectories(where.home().data().resolve("logs"));
    Path log = logs.resolve("test.log");
    PrintWriter out = spec.commandLine().getOut();
    long startedAt = TestReports.clockOf(logs);
    MonotonicTime time = MonotonicTime.start();
    int exit = maven(root, log, out);
    TestReports reports = TestReports.read(root, startedAt);
    out.println();
    reports.print(out);
    out.printf("%nTook %d s; the whole output is in %s%n", time.elapsed().toSeconds(), log);
    boolean brokenBuild = exit != 0 && reports.failed() == 0;
    if (brokenBuild) {
      out.println("The build failed outside the tests; see the errors above.");
    }
    out.printf(
        "%d passed, %d failed, %d skipped%n",
        reports.passed(), reports.failed() + (brokenBuild ? 1 : 0), reports.skipped());
    out.flush();
    return exit == 0 && reports.failed() == 0 ? 0 : 1;
  }

  private int maven(Path root, Path log, PrintWriter out) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(mvn().toString(), "-B", "-fae", "-T", AT_ONCE));
    command.addAll(goal());
    if (!modules.isEmpty()) {
      command.addAll(List.of("-pl", String.join(",", modules), "-am"));
    }
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    if (ci) {
      builder.environment().put("PALMYRA_CI", "true");
    }
    builder.redirectInput(Path.of("/dev/null").toFile());
    Process process = builder.start();
    Thread atExit = new Thread(process::destroy, "end-maven");
    Runtime.getRuntime().addShutdownHook(atExit);
    MavenProgress progress = new MavenProgress(out);
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        BufferedWriter file = Files.newBufferedWriter(log)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        file.write(line);
        file.newLine();
        progress.hear(line);
      }
    }
    return process.waitFor();
  }

  private void requireSense() {
    requirePositive("--simulation", "seed", simulation);
    requirePositive("--system", "round", system);
    if (Stream.of(simulation != null, system != null, !modules.isEmpty()).filter(on -> on).count()
        > 1) {
      throw refused("--simulation, --system and --modules each choose what runs: give one of them");
    }
    if (seed != null && system == null) {
      throw refused("--seed is " + seed + "; it goes with --system");
    }
  }

  private void requirePositive(String name, String unit, @Nullable Integer number) {
    if (number != null && number < 1) {
      throw refused(name + " is " + number + "; it takes 1 " + unit + " or more");
    }
  }

  private ParameterException refused(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private List<String> goal() {
    if (simulation != null) {
      return List.of(
          "test",
          "-pl",
          "execution-service",
          "-am",
          "-Dtest=SuiteSimulationTests",
          "-Dsurefire.failIfNoSpecifiedTests=false",
          "-Dsimulation.seeds=" + simulation);
    }
    return system == null ? List.of("verify") : struck(system);
  }

  private List<String> struck(int rounds) {
    var goal =
        new ArrayList<>(
            List.of(
                "verify",
                "-pl",
                "infra/system-test",
                "-am",
                "-Dtest=None",
                "-Dit.test=ChaosIT,BrokersIT",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dfailsafe.failIfNoSpecifiedTests=false",
                "-Dsystem.rounds=" + rounds,
                "-Dsystem.report=" + where.home().data().resolve("reports").resolve("system")));
    if (seed != null) {
      goal.add("-Dsystem.seed=" + seed);
    }
    return goal;
  }

  private static Path mvn() {
    return Tools.onPath("mvn")
        .orElseThrow(
            () -> LocalFailure.refused("Maven 3.8 or newer is needed: apt-get install maven."));
  }
}
