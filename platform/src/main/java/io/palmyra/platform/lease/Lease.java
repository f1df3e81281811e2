package io.palmyra.platform.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One resource that one process at a time may own.
 *
 * <p>A thread of its own tries to take the advisory lock, then checks each second that its
 * connection still lives and its epoch is still the newest. A broken connection is a lost lease, at
 * once. It goes on trying until closed.
 */
public final class Lease implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Lease.class);

  private final String resource;
  private final String holder;
  private final LeaseConnections connections;
  private final LeaseSettings settings;
  private final LongSupplier nanoClock;
  private final List<LeaseListener> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Held held;
  private @Nullable Connection connection;

  Lease(
      String resource,
      String holder,
      LeaseConnections connections,
      LeaseSettings settings,
      LongSupplier nanoClock) {
    this.resource = resource;
    this.holder = holder;
    this.connections = connections;
    this.settings = settings;
    this.nanoClock = nanoClock;
    this.thread = Thread.ofPlatform().daemon().name("lease-" + resource).unstarted(this::run);
  }

  /** Name of the resource. */
  public String resource() {
    return resource;
  }

  /** The lease as we hold it, empty while we do not. */
  public Optional<Held> held() {
    return Optional.ofNullable(held);
  }

  /** Adds a listener; to be called before {@link #start}. */
  public Lease listenedBy(LeaseListener listener) {
    listeners.add(listener);
    return this;
  }

  /** Begins to try. */
  public Lease start() {
    thread.start();
    return this;
  }

  /** Lets go, so that another may take over at once. Waits for the lease's thread. */
  @Override
  public void close() {
    closing.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return; // It never tried.
    }
    try {
      if (!thread.join(java.time.Duration.ofSeconds(5))) {
        log.warn("lease did not let go in time resource={}", resource);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      do {
        turn();
      } while (!closing.await(settings.checkEvery().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      letGo();
    }
  }

  private void turn() {
    Held mine = held;
    try {
      if (mine == null) {
        acquire();
      } else {
        check(mine);
      }
    } catch (SQLException e) {
      lose("connection: " + e.getMessage());
    } catch (RuntimeException e) {
      log.error("lease turn failed resource={}", resource, e);
      lose(e.toString());
    }
  }

  private void acquire() throws SQLException {
    Connection mine = connection;
    if (mine == null) {
      mine = connections.open();
      connection = mine;
    }
    if (!LeaseStore.tryLock(mine, resource)) {
      if (LeaseStore.cutOffFrozen(mine, resource, settings.frozenAfter())) {
        log.warn("lease of a silent holder cut off resource={}", resource);
      }
      return;
    }
    long asked = nanoClock.getAsLong();
    long rest = LeaseStore.restOfOldTermMillis(mine, resource, settings.margin());
    long epoch = LeaseStore.nextEpoch(mine, resource, holder);
    LeaseStore.seen(mine, resource, epoch);
    long answered = nanoClock.getAsLong();
    var taken =
        new Held(
            resource,
            epoch,
            answered + TimeUnit.MILLISECONDS.toNanos(rest),
            asked + settings.margin().toNanos());
    held = taken;
    log.info(
        "lease acquired resource={} epoch={} holder={} waitMillis={}",
        resource,
        epoch,
        holder,
        rest);
    listeners.forEach(listener -> listener.acquired(taken));
  }

  private void check(Held mine) throws SQLException {
    long asked = nanoClock.getAsLong();
    Connection locked = connection;
    if (locked != null && LeaseStore.seen(locked, resource, mine.epoch())) {
      mine.extendTo(asked + settings.margin().toNanos());
    } else {
      lose("epoch moved on");
    }
  }

  private void lose(String cause) {
    Held mine = held;
    held = null;
    closeConnection();
    if (mine == null) {
      log.warn("lease not acquired resource={} cause={}", resource, cause);
      return;
    }
    mine.revoke();
    log.warn("lease lost resource={} epoch={} cause={}", resource, mine.epoch(), cause);
    listeners.forEach(listener -> listener.lost(mine));
  }

  private void letGo() {
    Held mine = held;
    if (mine != null) {
      held = null;
      mine.revoke();
      listeners.forEach(listener -> listener.lost(mine));
      try {
        if (connection != null) {
          LeaseStore.released(connection, resource);
        }
      } catch (SQLException e) {
        log.warn("lease not marked released resource={} cause={}", resource, e.getMessage());
      }
      log.info("lease released resource={} epoch={}", resource, mine.epoch());
    }
    closeConnection();
  }

  private void closeConnection() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        log.debug("lease connection did not close resource={}", resource, e);
      }
    }
  }
}
