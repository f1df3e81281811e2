package io.palmyra.marketdata.application;

import io.palmyra.contracts.market.BarClosed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Stores closed bars in batches on a thread of its own, so that no tick waits for the database.
 *
 * <p>While the database is away bars wait in a bounded queue and are tried again; what does not fit
 * any more is counted and lost to the store. Bars can be built again from their ticks.
 */
public final class BarWriter implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(BarWriter.class);
  private static final int CAPACITY = 100_000;
  private static final int BATCH = 4_000;
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final BarStore store;
  private final FeedLog log;
  private final Duration patience;
  private final BlockingQueue<BarClosed> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile boolean running;
  private volatile boolean failing;
  private volatile @Nullable Thread thread;

  /**
   * @param patience how long a bar may wait for room: zero for live feeds, more for replay, which
   *     can wait
   */
  public BarWriter(BarStore store, FeedLog log, Duration patience) {
    this.store = store;
    this.log = log;
    this.patience = patience;
  }

  /** Takes a bar to be stored soon. */
  void put(BarClosed bar) {
    try {
      if (!waiting.offer(bar, patience.toNanos(), TimeUnit.NANOSECONDS)) {
        log.barsNotStored(1);
      }
    } catch (InterruptedException e) {
      log.barsNotStored(1);
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the last attempt to store failed. */
  boolean failing() {
    return failing;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("bar-writer").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    stopping.countDown();
    Thread writing = thread;
    try {
      if (writing != null) {
        writing.join(Duration.ofSeconds(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stopped after the feed, so that its last bars are stored. */
  @Override
  public int getPhase() {
    return Feed.PHASE - 1;
  }

  private void run() {
    var batch = new ArrayList<BarClosed>(BATCH);
    try {
      while (running || !waiting.isEmpty()) {
        BarClosed first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, BATCH - 1);
          store(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void store(List<BarClosed> batch) throws InterruptedException {
    while (true) {
      try {
        store.save(batch);
        if (failing) {
          LOG.info("bars are stored again");
        }
        failing = false;
        return;
      } catch (RuntimeException e) {
        if (!failing) {
          LOG.error("bars cannot be stored, trying again bars={}", batch.size(), e);
        }
        failing = true;
        if (!running) {
          log.barsNotStored(batch.size() + waiting.size());
          waiting.clear();
          return;
        }
        boolean _ = stopping.await(1, TimeUnit.SECONDS);
      }
    }
  }
}
