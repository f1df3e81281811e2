package io.palmyra.risk.inbound;

import io.palmyra.risk.application.control.SeeTradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether trading goes on.
 *
 * @param state RUNNING, REDUCE_ONLY or HALTED: of everything
 * @param scope of the halt that decides, absent if none does
 * @param reason of the halt that decides, absent if none does
 * @param heartbeat of the deciding loop
 * @param halts that hold, of all scopes
 */
record TradingStateBody(
    String state,
    @Nullable String scope,
    @Nullable String reason,
    HeartbeatBody heartbeat,
    List<HaltBody> halts) {

  /**
   * The oldest of the youngest heartbeats of the accounts' partitions.
   *
   * @param at when it arrived here, absent if there was none
   * @param ageMillis how long ago that is, absent if there was none
   * @param stale whether execution may not rely on it
   */
  record HeartbeatBody(@Nullable Instant at, @Nullable Long ageMillis, boolean stale) {}

  static TradingStateBody of(SeeTradingState.TradingState state, Instant now) {
    Duration age = state.heartbeatAge();
    return new TradingStateBody(
        state.state(),
        state.scope(),
        state.reason(),
        new HeartbeatBody(
            age == null ? null : now.minus(age),
            age == null ? null : age.toMillis(),
            state.stale()),
        state.halts().stream().map(HaltBody::of).toList());
  }
}
