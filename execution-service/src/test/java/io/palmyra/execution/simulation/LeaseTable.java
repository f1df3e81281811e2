package io.palmyra.execution.simulation;

import io.palmyra.platform.lease.Held;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lease of the account by its contract: a lock, an epoch, and when the holder was last seen.
 */
final class LeaseTable {
  private static final Duration MARGIN = Duration.ofSeconds(3);
  private static final Duration FROZEN = Duration.ofSeconds(5);

  private final VirtualClock clock;
  private final Database database;
  private @Nullable Object holder;
  private long epoch;
  private long seenNanos;

  LeaseTable(VirtualClock clock, Database database) {
    this.clock = clock;
    this.database = database;
  }

  /** Takes the lease, if nobody holds it or the holder was silent for long. */
  Optional<Held> acquire(Object by) {
    if (holder != null && clock.nanos() - seenNanos < FROZEN.toNanos()) {
      return Optional.empty();
    }
    long now = clock.nanos();
    long rest = epoch == 0 ? 0 : Math.max(0, seenNanos + MARGIN.toNanos() - now);
    holder = by;
    epoch++;
    seenNanos = now;
    database.fence(epoch);
    return Optional.of(new Held("simulated", epoch, now + rest, now + MARGIN.toNanos()));
  }

  /** Checks in; the lease is revoked if it is gone. */
  void check(Object by, Held held) {
    if (holder == by && held.epoch() == epoch) {
      seenNanos = clock.nanos();
      held.extendTo(seenNanos + MARGIN.toNanos());
    } else {
      held.revoke();
    }
  }

  /** The holder's connection broke. */
  void broken(Object by) {
    if (holder == by) {
      holder = null;
    }
  }
}
