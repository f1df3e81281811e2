package io.palmyra.contracts.control;

import io.palmyra.contracts.WireName;
import io.palmyra.contracts.id.HaltId;
import java.time.Instant;

/**
 * A halt as it stands. The latest for its key {@code scope/haltId} holds; its absence lifts
 * nothing.
 *
 * @param scope what it forbids trading of
 * @param haltId which, within its scope
 * @param status whether it holds
 * @param mode what it forbids
 * @param tier tier that set it; NORMAL where a person did
 * @param reason why it was set or lifted, a person's words or a stable code
 * @param who person or service
 * @param at when, in wall time
 * @param cancelOrders whether open orders in its scope are to be canceled
 * @param sparesProtective whether reduce-only protective orders are spared then
 */
@WireName("halt-changed")
public record HaltChanged(
    HaltScope scope,
    HaltId haltId,
    HaltStatus status,
    HaltMode mode,
    RiskTier tier,
    String reason,
    String who,
    Instant at,
    boolean cancelOrders,
    boolean sparesProtective)
    implements ControlMessage {

  /** The same halt, told by someone at some time. */
  public HaltChanged by(String teller, Instant when) {
    return new HaltChanged(
        scope, haltId, status, mode, tier, reason, teller, when, cancelOrders, sparesProtective);
  }

  /** Key of the record on its topic. */
  @Override
  public String key() {
    return scope.value() + "/" + haltId.value();
  }
}
