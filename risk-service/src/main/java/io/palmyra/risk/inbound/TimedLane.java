package io.palmyra.risk.inbound;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.lane.Lane;
import io.palmyra.platform.lane.LaneTransaction;
import io.palmyra.platform.lane.NotOwnerException;
import io.palmyra.platform.lane.Urgency;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.risk.application.TimedWork;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives what risk does by itself its time on the lane. */
final class TimedLane {
  private static final Logger LOG = LoggerFactory.getLogger(TimedLane.class);
  private static final Duration EVERY = Duration.ofMillis(50);

  private final List<TimedWork> works;
  private final MonotonicClock monotonic;
  private final Supplier<Lane> lane;
  private long lookedNanos;

  /**
   * @param lane in which accounts are decided for; asked for once it is there
   */
  TimedLane(List<TimedWork> works, MonotonicClock monotonic, Supplier<Lane> lane) {
    this.works = List.copyOf(works);
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
    works.forEach(this::due);
  }

  private void due(TimedWork work) {
    for (AccountId account : work.due()) {
      lane.get()
          .submit(account, transaction -> work(work, account, transaction), Urgency.NOW)
          .whenComplete((done, failure) -> told(account, failure));
    }
  }

  private static boolean work(TimedWork work, AccountId account, LaneTransaction transaction) {
    work.work(account).forEach(made -> made.publishTo(transaction));
    return true;
  }

  /** What is another instance's is its to do; what failed is due again at the next look. */
  private static void told(AccountId account, @Nullable Throwable failure) {
    if (failure != null && !(failure instanceof NotOwnerException)) {
      LOG.warn("not done in time account={}", account, failure);
    }
  }
}
