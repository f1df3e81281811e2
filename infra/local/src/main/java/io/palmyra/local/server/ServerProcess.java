package io.palmyra.local.server;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.process.ChildProcess;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is a process: starts it, waits until it answers, signals it. */
public abstract class ServerProcess implements Server {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final String name;
  private final int port;
  private volatile @Nullable ChildProcess process;

  /** A server that does not run yet. */
  protected ServerProcess(String name, int port) {
    this.name = name;
    this.port = port;
  }

  /** Makes what it needs and starts it; does not wait. */
  protected abstract ChildProcess launch();

  /** Whether it serves; called again and again until it does. */
  protected abstract boolean answers();

  /** The signal that asks it to stop. */
  protected String stopSignal() {
    return "TERM";
  }

  /** What to tell of a process that died. */
  protected String lastWords(ChildProcess died) {
    return died.lastLines(20);
  }

  /** What to tell of it, after it died. */
  public final String lastWords() {
    ChildProcess last = process;
    return last == null ? "" : lastWords(last);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int port() {
    return port;
  }

  @Override
  public final long pid() {
    ChildProcess running = process;
    return running != null && running.isAlive() ? running.pid() : 0;
  }

  @Override
  public final boolean isRunning() {
    return pid() != 0;
  }

  @Override
  public final void start() {
    if (isRunning()) {
      return;
    }
    ChildProcess started = launch();
    process = started;
    MonotonicTime time = MonotonicTime.start();
    while (!answers()) {
      if (!started.isAlive()) {
        throw LocalFailure.failed(
            name + " died at its start (" + started.log() + "):\n" + lastWords(started));
      }
      if (time.passed(START_LIMIT)) {
        kill();
        throw LocalFailure.failed(
            name + " did not answer in " + START_LIMIT.toSeconds() + " s; see " + started.log());
      }
      MonotonicTime.pause(LOOK_AGAIN);
    }
  }

  @Override
  public final void stop() {
    ChildProcess running = process;
    if (running != null) {
      running.signalAll("CONT");
      running.stop(stopSignal(), STOP_LIMIT);
    }
  }

  @Override
  public final void kill() {
    ChildProcess running = process;
    if (running != null) {
      running.kill();
    }
  }

  @Override
  public final void pause() {
    required().signalAll("STOP");
  }

  @Override
  public final void resume() {
    required().signalAll("CONT");
  }

  private ChildProcess required() {
    ChildProcess running = process;
    if (running == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return running;
  }
}
