package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.NotOwnerException;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.risk.application.WorkParents;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives parents their time on the lane. */
final class ParentLane {
  private static final Logger LOG = LoggerFactory.getLogger(ParentLane.class);
  private static final Duration EVERY = Duration.ofMillis(50);

  private final WorkParents parents;
  private final MonotonicClock monotonic;
  private final Supplier<Lane> lane;
  private long lookedNanos;

  /**
   * @param lane in which accounts are decided for; asked for once it is there
   */
  ParentLane(WorkParents parents, MonotonicClock monotonic, Supplier<Lane> lane) {
    this.parents = parents;
    this.monotonic = monotonic;
    this.lane = lane;
    this.lookedNanos = monotonic.nanos();
  }

  /** After each turn of the lane, on its thread. */
  void work() {
    long now = monotonic.nanos();
    if (now - lookedNanos < EVERY.toNanos()) {
      return;
    }
    lookedNanos = now;
    for (AccountId account : parents.due()) {
      lane.get()
          .submit(account, transaction -> work(account, transaction), Urgency.NOW)
          .whenComplete((done, failure) -> told(account, failure));
    }
  }

  private boolean work(AccountId account, LaneTransaction transaction) {
    parents.work(account).forEach(made -> made.publishTo(transaction));
    return true;
  }

  /** What is another instance's is its to do; what failed is due again at the next look. */
  private static void told(AccountId account, @Nullable Throwable failure) {
    if (failure != null && !(failure instanceof NotOwnerException)) {
      LOG.warn("parents not worked off account={}", account, failure);
    }
  }
}
