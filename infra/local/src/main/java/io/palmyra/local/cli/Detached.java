package io.palmyra.local.cli;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.process.Tools;
import io.palmyra.local.server.PrivateFiles;
import io.palmyra.local.suite.SuiteHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Runs the suite in a process of its own that outlives this one, and shows how it starts. */
final class Detached {
  private static final String CHILD = "palmyra.detached";
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final SuiteHome home;

  Detached(SuiteHome home) {
    this.home = home;
  }

  /** Whether this process is that child: what it prints goes to a log. */
  static boolean isChild() {
    return Boolean.getBoolean(CHILD);
  }

  int run(ParseResult parsed, PrintWriter out) {
    try {
      Path log = home.log("run");
      Files.createDirectories(log.getParent());
      PrivateFiles.write(log, "");
      Process child = start(parsed, log);
      int shown = 0;
      while (true) {
        boolean alive = child.isAlive();
        String text = Files.readString(log);
        out.print(text.substring(shown));
        out.flush();
        shown = text.length();
        if (text.contains(Announcement.UP)) {
          return announced(out);
        }
        if (!alive) {
          return child.exitValue();
        }
        MonotonicTime.pause(LOOK_AGAIN);
      }
    } catch (IOException e) {
      throw new LocalFailure(ExitCode.REFUSED, "Cannot run detached: " + e.getMessage(), e);
    }
  }

  private int announced(PrintWriter out) {
    Announcement.printPassword(home, out);
    out.println("It goes on in the background; ./palmyra stop ends it.");
    return ExitCode.OK.code();
  }

  private Process start(ParseResult parsed, Path log) throws IOException {
    List<String> command = new ArrayList<>(Tools.ownSession());
    command.add(Tools.java());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.add("-D" + CHILD + "=true");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Palmyra.class.getName());
    command.add("run");
    parsed.originalArgs().stream()
        .filter(argument -> !argument.equals("run") && !argument.equals("--detach"))
        .forEach(command::add);
    return new ProcessBuilder(command)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
