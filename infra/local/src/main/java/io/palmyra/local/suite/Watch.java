package io.palmyra.local.suite;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.Progress;
import io.palmyra.local.server.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Looks after a running suite: what dies is told and started again, a few times. */
public final class Watch {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final int TRIES = 3;

  private final Suite suite;
  private final Progress progress;
  private final Map<String, Integer> deaths = new HashMap<>();

  /** Watches a suite. */
  public Watch(Suite suite, Progress progress) {
    this.suite = suite;
    this.progress = progress;
  }

  /** Returns when this process is to end. */
  public void untilInterrupted() {
    while (!suite.isStopping()) {
      suite.inStopOrder().forEach(this::look);
      MonotonicTime.pause(LOOK_AGAIN);
    }
  }

  private void look(Server server) {
    if (server.isRunning() || suite.isStopping()) {
      return;
    }
    int count = deaths.merge(server.name(), 1, Integer::sum);
    if (count > TRIES) {
      if (count == TRIES + 1) {
        progress.note(server.name() + " died again and is left down.");
      }
      return;
    }
    progress.note(server.name() + " died; starting it again. " + suite.lastWords(server));
    MonotonicTime time = MonotonicTime.start();
    try {
      suite.startAgain(server);
      progress.done(server.name(), "port " + server.port(), time.elapsed());
    } catch (LocalFailure e) {
      progress.note(e.text());
    } catch (IOException e) {
      progress.note(Disk.failure(e).text());
    }
  }
}
