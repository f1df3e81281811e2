package io.palmyra.local.cli;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.api.SuiteApi;
import io.palmyra.local.process.Signals;
import io.palmyra.local.suite.ClosePositions;
import io.palmyra.local.suite.Disk;
import io.palmyra.local.suite.Leftovers;
import io.palmyra.local.suite.RunState;
import io.palmyra.local.suite.RunStateFile;
import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Stops a running suite in good order. Exit code 3 if none runs.")
final class StopCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Option(
      names = "--close",
      paramLabel = "S",
      description = {
        "Before it stops, halt and close what is held within all, account:ID or instrument:ID.",
        "If that does not succeed within a minute nothing is stopped. The halt stays."
      })
  @Nullable String close;

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SuiteHome home = where.home();
    PrintWriter out = spec.commandLine().getOut();
    Optional<RunState> state = new RunStateFile(home).read();
    Optional<ProcessHandle> supervisor = state.flatMap(run -> run.supervisor().process());
    if (close != null && supervisor.isPresent()) {
      closeBefore(home, close, out);
    }
    supervisor.ifPresent(StopCommand::end);
    int left = leftovers(home, out);
    if (supervisor.isEmpty() && left == 0) {
      out.println("Palmyra is not running.");
      return ExitCode.NOT_RUNNING.code();
    }
    out.println("Stopped.");
    return ExitCode.OK.code();
  }

  private static void closeBefore(SuiteHome home, String scope, PrintWriter out) {
    SuiteApi api =
        SuiteApi.withLocalKey(new RunStateFile(home).required().gatewayUrl(), home.token());
    List<String> left = new ClosePositions(api, new ConsoleProgress(out)).within(scope);
    if (!left.isEmpty()) {
      throw LocalFailure.failed(
          "Not stopped, since these are left: "
              + String.join("; ", left)
              + ". Stop without --close to leave them.");
    }
  }

  private static void end(ProcessHandle supervisor) {
    Signals.send("TERM", supervisor.pid());
    MonotonicTime time = MonotonicTime.start();
    while (supervisor.isAlive()) {
      if (time.passed(LIMIT)) {
        throw LocalFailure.failed(
            "The supervisor (pid " + supervisor.pid() + ") did not end in " + LIMIT + ".");
      }
      MonotonicTime.pause(Duration.ofMillis(50));
    }
  }

  private static int leftovers(SuiteHome home, PrintWriter out) {
    try {
      return new Leftovers(home).stop(new ConsoleProgress(out));
    } catch (IOException e) {
      throw Disk.failure(e);
    }
  }
}
