package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.stream.ReadingLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One writer an account: reads account topics, applies each message exactly once, and publishes
 * what follows from it.
 *
 * <p>A service keeps its next offset for each partition in its own database and moves it in the
 * transaction that changes state; if the move hits no row, another owns the partition. One thread
 * does all of it. A polled batch and the commands that came meanwhile share one commit; a batch
 * that fails is tried again record by record, and what cannot be applied alone is treated by its
 * topic's poison rule.
 */
public final class Lane implements SmartLifecycle, ReadingLoop {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  private final LaneSettings settings;
  private final LaneLoop loop;
  private volatile boolean running;
  private volatile @Nullable Thread thread;
  private volatile @Nullable String failure;

  /**
   * @param accounts all accounts that the service knows, for halts when a record names none
   */
  public Lane(
      LaneSettings settings, LaneHandler handler, LaneParts parts, List<AccountId> accounts) {
    this.settings = settings;
    this.loop = new LaneLoop(settings, handler, parts, accounts);
  }

  /** Applies a command on the lane's thread, at once. */
  public <R> CompletableFuture<R> submit(AccountId account, LaneCommand<R> command) {
    return submit(account, command, Urgency.NOW);
  }

  /**
   * Applies a command on the lane's thread, after those that were submitted before.
   *
   * @return completes after the commit; exceptionally with {@link NotOwnerException} if the account
   *     is not open here, or with what the command or the database threw
   */
  public <R> CompletableFuture<R> submit(
      AccountId account, LaneCommand<R> command, Urgency urgency) {
    var answer = new CompletableFuture<R>();
    if (!running || !loop.partitions().contains(AccountPartitions.of(account))) {
      answer.completeExceptionally(new NotOwnerException(account));
    } else {
      loop.offer(account, command, answer, urgency);
    }
    return answer;
  }

  /** Partitions that are owned and open now. */
  public Set<Integer> partitions() {
    return running ? loop.partitions() : Set.of();
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("lane-" + settings.name()).start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    loop.wakeup();
    Thread applying = thread;
    if (applying != null && !applying.equals(Thread.currentThread())) {
      try {
        applying.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public boolean alive() {
    Thread applying = thread;
    return !running || (applying != null && applying.isAlive());
  }

  @Override
  public Optional<String> failure() {
    String stopped = loop.stopped().isEmpty() ? null : "stopped partitions " + loop.stopped();
    return Optional.ofNullable(failure == null ? stopped : failure);
  }

  private void run() {
    while (running) {
      try {
        loop.open();
        failure = null;
        while (running) {
          loop.turn();
        }
      } catch (WakeupException | InterruptException e) {
        // Stopping: the loop's condition tells.
      } catch (RuntimeException e) {
        failure = e.toString();
        LOG.error("lane={} interrupted, beginning anew", settings.name(), e);
        pause();
      } finally {
        loop.close();
      }
    }
  }

  private static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
  }
}
