package io.palmyra.platform.likeness;

import io.palmyra.platform.stream.LoopThread;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets an instance trade only beside instances that are made of the same: the same build under the
 * same settings. Where they differ the earlier ones go on, and a later one waits until they are
 * gone; so nothing trades by two sets of rules while a release is rolled out.
 */
public final class Likeness implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Likeness.class);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final InstanceRows instances;
  private final String name;
  private final String madeOf;
  private volatile Optional<String> unlike =
      Optional.of("the other instances, which are not known yet");
  private final LoopThread thread = new LoopThread();

  /**
   * @param table of the service's instances, with the columns {@code instance} (its key), {@code
   *     made_of}, {@code started_at} and {@code seen_at}, the last two with the time by default
   * @param name of this process, new with each start
   * @param madeOf its build and settings
   */
  public Likeness(JdbcTemplate jdbc, String table, String name, String madeOf) {
    this.instances = new InstanceRows(jdbc, table);
    this.name = name;
    this.madeOf = madeOf;
  }

  /** What keeps this instance from trading, empty if nothing does. Any thread. */
  public Optional<String> unlike() {
    return unlike;
  }

  @Override
  public void start() {
    beat();
    thread.start("instances", this::run);
  }

  @Override
  public void stop() {
    thread.stop(BEAT.multipliedBy(5));
    try {
      instances.gone(name);
    } catch (RuntimeException e) {
      LOG.info("instance is forgotten by its time name={} cause={}", name, e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return thread.isRunning();
  }

  /** Before the accounts begin, and after they have ended. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 1_000_000;
  }

  private void run() {
    while (thread.isRunning()) {
      LockSupport.parkNanos(BEAT.toNanos());
      beat();
    }
  }

  /** While the database does not answer, what was last known stays. */
  private void beat() {
    try {
      List<InstanceRows.Earlier> earlier = instances.alive(name, madeOf);
      Optional<String> now =
          earlier.stream()
              .filter(each -> !each.madeOf().equals(madeOf))
              .findFirst()
              .map(
                  each ->
                      "the end of instance %s, which is made of %s; this one is of %s"
                          .formatted(each.name(), each.madeOf(), madeOf));
      if (!now.equals(unlike)) {
        LOG.info("likeness name={} waits={}", name, now.orElse("for nothing"));
      }
      unlike = now;
    } catch (RuntimeException e) {
      LOG.warn("other instances are not known name={} cause={}", name, e.toString());
    }
  }
}
