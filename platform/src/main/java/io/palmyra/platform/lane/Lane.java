package io.palmyra.platform.lane;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.stream.LoopThread;
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
  private final LoopThread thread = new LoopThread();
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
    if (!thread.isRunning() || !loop.partitions().contains(AccountPartitions.of(account))) {
      answer.completeExceptionally(new NotOwnerException(account));
    } else {
      loop.offer(account, command, answer, urgency);
    }
    return answer;
  }

  /** Partitions that are owned and open now. */
  public Set<Integer> partitions() {
    return thread.isRunning() ? loop.partitions() : Set.of();
  }

  @Override
  public void start() {
    thread.start("lane-" + settings.name(), this::run);
  }

  @Override
  public void stop() {
    thread.end();
    loop.wakeup();
    thread.stop(Duration.ofSeconds(20));
  }

  @Override
  public boolean isRunning() {
    return thread.isRunning();
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public boolean alive() {
    return thread.alive();
  }

  @Override
  public Optional<String> failure() {
    String stopped = loop.stopped().isEmpty() ? null : "stopped partitions " + loop.stopped();
    return Optional.ofNullable(failure == null ? stopped : failure);
  }

  private void run() {
    while (thread.isRunning()) {
      try {
        loop.open();
        failure = null;
        while (thread.isRunning()) {
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
