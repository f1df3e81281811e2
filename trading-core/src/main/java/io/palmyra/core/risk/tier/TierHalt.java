package io.palmyra.core.risk.tier;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.HaltId;
import java.time.Instant;
import java.util.Optional;

/**
 * The halt that belongs to an account's tier: reductions only under CRITICAL, nothing and all
 * orders canceled under EMERGENCY. Each time that a tier is entered has a halt of its own, so that
 * a late lift lifts no other.
 */
public final class TierHalt {
  private static final String SERVICE = "service:risk";
  private static final String PREFIX = "tier-";
  private static final int RADIX = 36;

  private TierHalt() {}

  /**
   * The halt that should hold in a tier; empty where none should.
   *
   * @param at wall time of its making
   */
  public static Optional<HaltChanged> of(AccountId account, TierState state, Instant at) {
    if (state.tier().compareTo(RiskTier.CRITICAL) < 0) {
      return Optional.empty();
    }
    boolean emergency = state.tier() == RiskTier.EMERGENCY;
    return Optional.of(
        new HaltChanged(
            HaltScope.of(account),
            new HaltId(PREFIX + Long.toString(Math.abs(state.since().toEpochMilli()), RADIX)),
            HaltStatus.ACTIVE,
            emergency ? HaltMode.HALTED : HaltMode.REDUCE_ONLY,
            state.tier(),
            why(state),
            SERVICE,
            at,
            emergency,
            true));
  }

  /** Whether a halt is of an account's tier and may be lifted by risk itself. */
  public static boolean mayLift(AccountId account, HaltChanged halt) {
    return halt.scope().equals(HaltScope.of(account))
        && halt.haltId().value().startsWith(PREFIX)
        && halt.who().equals(SERVICE)
        && halt.tier() == RiskTier.CRITICAL;
  }

  /** The lift of a halt whose tier was left. */
  public static HaltChanged lifted(HaltChanged halt, TierState state, Instant at) {
    return new HaltChanged(
        halt.scope(),
        halt.haltId(),
        HaltStatus.LIFTED,
        halt.mode(),
        halt.tier(),
        "the tier is " + state.tier(),
        SERVICE,
        at,
        halt.cancelOrders(),
        halt.sparesProtective());
  }

  private static String why(TierState state) {
    return "TIER_%s: equity %s of a peak of %s and an opening of %s, %d losses in a row"
        .formatted(
            state.tier(), state.equity(), state.peak(), state.opening(), state.consecutiveLosses());
  }
}
