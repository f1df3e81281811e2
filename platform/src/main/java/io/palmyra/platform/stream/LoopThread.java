package io.palmyra.platform.stream;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one thread of a loop that goes on until it is told to end. */
public final class LoopThread {
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  /** Not started. */
  public LoopThread() {}

  /**
   * Starts it.
   *
   * @param loop that goes on while it {@link #isRunning}
   */
  public void start(String name, Runnable loop) {
    running = true;
    thread = Thread.ofPlatform().name(name).start(loop);
  }

  /** Whether the loop is to go on. Any thread. */
  public boolean isRunning() {
    return running;
  }

  /** Tells the loop to end, and does not wait. */
  public void end() {
    running = false;
  }

  /** Tells the loop to end and waits for it, for so long at most; never for itself. */
  public void stop(Duration patience) {
    end();
    Thread looping = thread;
    if (looping != null && !looping.equals(Thread.currentThread())) {
      try {
        looping.join(patience);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Whether the thread runs, or was not meant to. */
  public boolean alive() {
    Thread looping = thread;
    return !running || (looping != null && looping.isAlive());
  }
}
