package io.palmyra.venue.application;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.venue.Matching;
import io.palmyra.core.venue.VenueRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The one thread that matches: takes what came, applies it, makes the records durable once for the
 * batch, and only then lets anybody hear of it.
 */
public final class Engine implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
  private static final int BATCH = 1000;

  private final Matching matching;
  private final Journal journal;
  private final Sessions sessions = new Sessions();
  private final BlockingQueue<EngineTask> tasks = new LinkedBlockingQueue<>();
  private volatile boolean running;
  private volatile @Nullable Throwable death;
  private @Nullable Thread thread;

  public Engine(Matching matching, Journal journal) {
    this.matching = matching;
    this.journal = journal;
  }

  /** Hands in something to do; it is done in the order of its coming. */
  public void offer(EngineTask task) {
    tasks.add(task);
  }

  /** Asks for something on the engine's thread. */
  public <R> CompletableFuture<R> ask(Function<Matching, R> question) {
    var answer = new CompletableFuture<R>();
    offer(
        turn -> {
          try {
            answer.complete(question.apply(turn.matching()));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** Does something on the engine's thread; answered once it is durable. */
  public <R> CompletableFuture<R> done(Function<EngineTurn, R> deed) {
    var answer = new CompletableFuture<R>();
    offer(
        turn -> {
          try {
            R done = deed.apply(turn);
            turn.afterwards(() -> answer.complete(done));
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  /** What ended the thread, null while it lives. */
  public @Nullable Throwable death() {
    return death;
  }

  @Override
  public void start() {
    journal.replay(matching::restore);
    matching
        .books()
        .forEach(
            books ->
                LOG.info(
                    "books restored account={} records={} epoch={}",
                    books.account(),
                    books.sequence(),
                    books.epoch()));
    running = true;
    thread = Thread.ofPlatform().name("venue-engine").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread matchingThread = thread;
    if (matchingThread != null) {
      try {
        matchingThread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    journal.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the faces that hand work in. */
  @Override
  public int getPhase() {
    return -500;
  }

  private void run() {
    try {
      var batch = new ArrayList<EngineTask>();
      while (running) {
        EngineTask first = tasks.poll(50, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          tasks.drainTo(batch, BATCH);
          work(batch);
          batch.clear();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      // Books in memory may be ahead of the journal now: nobody may hear of them.
      death = e;
      sessions.closeAll("the venue has failed");
      LOG.error("the engine has died", e);
    }
  }

  private void work(List<EngineTask> batch) {
    var turn = new EngineTurn(matching, sessions);
    batch.forEach(task -> task.run(turn));
    List<VenueRecord> records = turn.records();
    if (!records.isEmpty()) {
      journal.append(records);
    }
    turn.tell();
  }

  /** Whether an account has a session now; for people. */
  public boolean connected(AccountId account) {
    return sessions.of(account) != null;
  }
}
