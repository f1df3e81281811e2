package io.palmyra.risk.inbound;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A halt as it stands.
 *
 * @param halt its key, scope/haltId, by which it is lifted
 * @param scope what it forbids trading of
 * @param haltId which, within its scope
 * @param status whether it holds
 * @param mode what it forbids
 * @param tier that set it
 * @param reason why it was set, or lifted
 * @param by who set it, or lifted it
 * @param at when, in wall time
 * @param cancelOrders whether open orders in its scope are canceled
 * @param sparesProtective whether reduce-only protective orders are spared then
 * @param liftedBy who lifted it, absent while it holds
 * @param liftedAt when it was lifted
 * @param liftReason why it was lifted
 */
record HaltBody(
    String halt,
    String scope,
    String haltId,
    HaltStatus status,
    HaltMode mode,
    RiskTier tier,
    String reason,
    String by,
    Instant at,
    boolean cancelOrders,
    boolean sparesProtective,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason) {

  static HaltBody of(HaltChanged halt) {
    boolean lifted = halt.status() == HaltStatus.LIFTED;
    return new HaltBody(
        halt.key(),
        halt.scope().value(),
        halt.haltId().value(),
        halt.status(),
        halt.mode(),
        halt.tier(),
        halt.reason(),
        halt.who(),
        halt.at(),
        halt.cancelOrders(),
        halt.sparesProtective(),
        lifted ? halt.who() : null,
        lifted ? halt.at() : null,
        lifted ? halt.reason() : null);
  }
}
