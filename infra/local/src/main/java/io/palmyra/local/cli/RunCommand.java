package io.palmyra.local.cli;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.process.Children;
import io.palmyra.local.suite.ClosePositions;
import io.palmyra.local.suite.RunStateFile;
import io.palmyra.local.suite.Suite;
import io.palmyra.local.suite.SuiteHome;
import io.palmyra.local.suite.SuiteOptions;
import io.palmyra.local.suite.SuitePorts;
import io.palmyra.local.suite.Training;
import io.palmyra.local.suite.Watch;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Starts the servers and all services, and trades on paper.",
    footerHeading = "%n",
    footer = "Ctrl-C stops everything in good order. Its state survives in the data directory.")
final class RunCommand implements Callable<Integer> {
  @Option(names = "--detach", description = "Return when all is green and go on in the background.")
  boolean detach;

  @Option(
      names = "--replay",
      paramLabel = "PATH",
      description = "Feed recorded history (file or directory) in place of the simulated market.")
  @Nullable Path replay;

  @Option(
      names = "--speed",
      paramLabel = "N|max",
      description = "How many times faster than recorded --replay is fed (default: 1).")
  @Nullable String speed;

  @Option(
      names = "--base-port",
      paramLabel = "N",
      description =
          "Use ports N to N+23 (gateway N) in place of 8080-8087, 8097, 9192, 9193, 5442, 6389.")
  int basePort;

  @Option(
      names = "--close-on-stop",
      paramLabel = "S",
      description =
          "When it is stopped, halt and close what is held within all, account:ID or instrument:ID"
              + " first, for at most a minute. The halt stays.")
  @Nullable String closeOnStop;

  @Option(
      names = "--without",
      paramLabel = "A,B",
      split = ",",
      description = "Leave these services out: for work on the others.")
  Set<String> without = Set.of();

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SuiteOptions options = options();
    PrintWriter out = spec.commandLine().getOut();
    if (detach) {
      return new Detached(options.home()).run(spec.commandLine().getParseResult(), out);
    }
    Progress progress = new ConsoleProgress(out);
    MonotonicTime time = MonotonicTime.start();
    Suite.requireNotRunning(options);
    new Training(options).ensure(progress);
    Suite suite = Suite.start(options, progress);
    Children.beforeExit(() -> stop(suite, options.home(), progress));
    Announcement.print(suite, time.elapsed(), out);
    new Watch(suite, progress).untilInterrupted();
    return 0;
  }

  private void stop(Suite suite, SuiteHome home, Progress progress) {
    progress.note("");
    progress.note("Stopping ...");
    if (closeOnStop != null) {
      close(closeOnStop, home, progress);
    }
    suite.stop(progress);
    progress.note("Stopped. The state is kept; ./palmyra run goes on from it.");
  }

  private static void close(String scope, SuiteHome home, Progress progress) {
    try {
      SuiteApi api =
          SuiteApi.withLocalKey(new RunStateFile(home).required().gatewayUrl(), home.token());
      new ClosePositions(api, progress)
          .within(scope)
          .forEach(left -> progress.note("Not closed: " + left));
    } catch (LocalFailure e) {
      progress.note("Nothing was closed: " + e.getMessage());
    }
  }

  private SuiteOptions options() {
    if (basePort < 0 || basePort > 65_000) {
      throw new ParameterException(
          spec.commandLine(), "--base-port is " + basePort + "; allowed: 1024 to 65000");
    }
    SuitePorts ports = basePort == 0 ? SuitePorts.standard() : SuitePorts.from(basePort);
    SuiteOptions options = SuiteOptions.of(where.home(), ports).without(without);
    Path recorded = replay;
    if (recorded == null) {
      if (speed != null) {
        throw new ParameterException(spec.commandLine(), "--speed needs --replay");
      }
      return options;
    }
    if (!Files.exists(recorded)) {
      throw LocalFailure.refused("There is nothing at " + recorded + " to replay.");
    }
    return options.replaying(recorded.toAbsolutePath(), checkedSpeed());
  }

  private String checkedSpeed() {
    String chosen = speed == null ? "1" : speed;
    if (!chosen.equals("max") && !chosen.matches("0*[1-9][0-9]{0,5}")) {
      throw new ParameterException(
          spec.commandLine(),
          "--speed is '" + chosen + "'; allowed: a whole number from 1, or max");
    }
    return chosen;
  }
}
