package io.palmyra.local.cli;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.process.Signals;
import io.palmyra.local.suite.Disk;
import io.palmyra.local.suite.Leftovers;
import io.palmyra.local.suite.RunState;
import io.palmyra.local.suite.RunStateFile;
import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "stop",
    mixinStandardHelpOptions = true,
    description = "Stops a running suite in good order. Exit code 3 if none runs.")
final class StopCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Mixin HomeOption where = new HomeOption();
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    SuiteHome home = where.home();
    PrintWriter out = spec.commandLine().getOut();
    Optional<RunState> state = new RunStateFile(home).read();
    Optional<ProcessHandle> supervisor = state.flatMap(run -> run.supervisor().process());
    supervisor.ifPresent(StopCommand::end);
    int left = leftovers(home, out);
    if (supervisor.isEmpty() && left == 0) {
      out.println("Palmyra is not running.");
      return ExitCode.NOT_RUNNING.code();
    }
    out.println("Stopped.");
    return ExitCode.OK.code();
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
