package io.palmyra.local.suite;

import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import io.palmyra.local.process.Signals;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Ends the processes of a run whose supervisor was killed, in good order, and no others. */
public final class Leftovers {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final RunStateFile file;

  /** Those of a data directory. */
  public Leftovers(SuiteHome home) {
    this.file = new RunStateFile(home);
  }

  /** Ends what is left and forgets the run. Returns how many there were. */
  public int stop(Progress progress) throws IOException {
    Optional<RunState> state = file.read();
    int stopped = 0;
    if (state.isPresent()) {
      for (RunState.Entry entry : state.get().processes()) {
        stopped += stop(entry, progress) ? 1 : 0;
      }
      file.remove();
    }
    return stopped;
  }

  private static boolean stop(RunState.Entry entry, Progress progress) {
    Optional<ProcessHandle> process = entry.process();
    if (process.isEmpty()) {
      return false;
    }
    MonotonicTime time = MonotonicTime.start();
    Signals.send("CONT", entry.pid());
    Signals.send(entry.name().equals("PostgreSQL") ? "INT" : "TERM", entry.pid());
    while (process.get().isAlive() && !time.passed(LIMIT)) {
      MonotonicTime.pause(Duration.ofMillis(50));
    }
    if (process.get().isAlive()) {
      Signals.send("KILL", entry.pid());
    }
    progress.done(entry.name(), "left over from a run that was cut off: stopped", time.elapsed());
    return true;
  }
}
