package io.palmyra.execution.application;

import io.palmyra.core.control.TradingControl;
import io.palmyra.platform.poison.HaltRequests;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Asks for a halt of an account once control that had been fresh was stale for long. Sending stops
 * at once by itself, see {@link Gate}; after a short staleness it goes on by itself, after a long
 * one a person looks first. Asked by the account's own thread, which looks all the time: if it was
 * stopped itself, nothing is known of the time between.
 */
final class StaleControlWatch {
  private final AccountIdentity identity;
  private final LongPredicate owned;
  private final Control control;
  private final HaltRequests halts;
  private final Clocks clocks;
  private Optional<Long> freshNanos = Optional.empty();
  private Optional<Duration> tooLong = Optional.empty();

  /**
   * @param owned whether the account is owned beyond doubt at a monotonic time: one who wakes from
   *     a pause may not halt what another trades by then
   */
  StaleControlWatch(
      AccountIdentity identity,
      LongPredicate owned,
      Control control,
      HaltRequests halts,
      Clocks clocks) {
    this.identity = identity;
    this.owned = owned;
    this.control = control;
    this.halts = halts;
    this.clocks = clocks;
  }

  /** Looks at this moment. */
  void look() {
    long now = clocks.nanos();
    freshNanos
        .map(fresh -> Duration.ofNanos(now - fresh))
        .filter(stale -> stale.compareTo(control.haltAfter()) > 0)
        .ifPresent(
            stale -> {
              tooLong = Optional.of(stale);
              freshNanos = Optional.empty();
            });
    if (isFresh(now)) {
      freshNanos = Optional.of(now);
    }
    if (tooLong.isPresent() && owned.test(now)) {
      String detail = "nothing fresh of control for " + tooLong.get().toSeconds() + " s";
      tooLong = Optional.empty();
      halts.requestHalt(identity.account(), "CONTROL_STALE", detail);
    }
  }

  private boolean isFresh(long now) {
    Optional<TradingControl> state = control.state().get();
    return state.isPresent()
        && state.get().staleness(identity.partition(), now, control.staleAfter()).isEmpty();
  }
}
