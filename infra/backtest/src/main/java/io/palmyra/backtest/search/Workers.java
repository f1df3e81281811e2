package io.palmyra.backtest.search;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs trials at once and hands on what came of them in their order. */
public final class Workers implements AutoCloseable {
  /** Trials that may wait, for each thread: a slow one holds up its followers, not the threads. */
  private static final int AHEAD = 8;

  private final ExecutorService threads;
  private final int most;

  /**
   * @param threads how many, 1 or more
   */
  public Workers(int threads) {
    this.threads = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    this.most = threads * AHEAD;
  }

  /** Runs all; returns once the last was handed on, by the calling thread as are all of them. */
  void run(List<Trial> trials, Function<Trial, Outcome> running, Consumer<Outcome> then) {
    var underWay = new ArrayDeque<Future<Outcome>>();
    for (Trial trial : trials) {
      if (underWay.size() == most) {
        then.accept(outcome(underWay.remove()));
      }
      underWay.add(threads.submit(() -> running.apply(trial)));
    }
    while (!underWay.isEmpty()) {
      then.accept(outcome(underWay.remove()));
    }
  }

  private static Outcome outcome(Future<Outcome> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
