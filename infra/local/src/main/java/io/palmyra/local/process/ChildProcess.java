package io.palmyra.local.process;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that we started. It has a session of its own, so that Ctrl-C in a terminal reaches only
 * us and we stop the children in good order; its output goes to a file.
 */
public final class ChildProcess {
  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts a command; its output is appended to the log. */
  public static ChildProcess start(
      List<String> command, Path directory, Map<String, String> environment, Path log) {
    List<String> detached = new ArrayList<>(OwnSession.prefix());
    detached.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(detached);
    builder.directory(directory.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PALMYRA_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Path parent = log.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      return new ChildProcess(Children.start(builder), log);
    } catch (IOException e) {
      throw new LocalFailure(
          ExitCode.REFUSED, "Cannot start " + command.getFirst() + ": " + e.getMessage(), e);
    }
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it has not ended. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Handle of the operating system. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Where its output goes. */
  public Path log() {
    return log;
  }

  /** The end of its output. */
  public String lastLines(int count) {
    return LogTail.last(log, count);
  }

  /** Sends a signal by its short name, such as STOP; does nothing once it has ended. */
  public void signal(String name) {
    if (process.isAlive()) {
      Signals.send(name, process.pid());
    }
  }

  /** The same to it and all its descendants. */
  public void signalAll(String name) {
    process.descendants().forEach(descendant -> Signals.send(name, descendant.pid()));
    signal(name);
  }

  /** Asks it to end, waits, and ends it by force after the limit. */
  public void stop(String signal, Duration limit) {
    signal(signal);
    if (!ended(limit)) {
      kill();
    }
  }

  /** Waits for its end; ends it by force after the limit. Gives its exit code. */
  public int await(Duration limit) {
    if (!ended(limit)) {
      kill();
    }
    return process.isAlive() ? -1 : process.exitValue();
  }

  /** Ends it at once and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    ended(Duration.ofSeconds(10));
  }

  private boolean ended(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
