package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltMode;
import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.control.RiskTier;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.HaltId;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.risk.tier.TierState;
import io.palmyra.risk.application.control.ControlTopic;
import io.palmyra.risk.application.control.ControlView;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes control say what the tiers want: reductions only under CRITICAL, a halt that cancels under
 * EMERGENCY. Lifts its own halts below EMERGENCY, and no other. Asked again and again by the lane's
 * thread, it writes only what does not stand there yet.
 */
public final class TierHalts {
  private static final Logger LOG = LoggerFactory.getLogger(TierHalts.class);
  private static final String SERVICE = "service:risk";
  private static final String PREFIX = "tier-";

  private final ControlView view;
  private final ControlTopic control;
  private final InstantSource clock;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Looks at the view and writes to control. */
  public TierHalts(ControlView view, ControlTopic control, InstantSource clock) {
    this.view = view;
    this.control = control;
    this.clock = clock;
  }

  /**
   * Brings control in line with an account's tier.
   *
   * @return the person who lifted the tier's halt, after which the account is to be measured anew;
   *     empty if nobody did
   */
  public Optional<String> align(AccountId account, TierState state) {
    TradingControl known = view.current().orElse(null);
    if (known == null) {
      return Optional.empty();
    }
    String wanted = state.tier().compareTo(RiskTier.CRITICAL) < 0 ? null : key(account, state);
    HaltChanged there = wanted == null ? null : known.halt(wanted).orElse(null);
    boolean stands = there != null && there.status() == HaltStatus.ACTIVE;
    if (wanted == null || stands) {
      known.active().stream()
          .filter(halt -> isOwnOf(account, halt) && !halt.key().equals(wanted))
          .forEach(halt -> write(lifted(halt, state)));
      return Optional.empty();
    }
    if (there != null) {
      return Optional.of(there.who());
    }
    write(halt(account, state));
    return Optional.empty();
  }

  /** Each time that a tier is entered has a halt of its own, so that a late lift lifts no other. */
  private static String key(AccountId account, TierState state) {
    return HaltScope.of(account).value() + "/" + id(state).value();
  }

  private static HaltId id(TierState state) {
    return new HaltId(PREFIX + Long.toString(Math.abs(state.since().toEpochMilli()), 36));
  }

  /** Whether risk may lift it by itself. */
  private static boolean isOwnOf(AccountId account, HaltChanged halt) {
    return halt.scope().equals(HaltScope.of(account))
        && halt.haltId().value().startsWith(PREFIX)
        && halt.who().equals(SERVICE)
        && halt.tier() == RiskTier.CRITICAL;
  }

  private static String why(TierState state) {
    return "TIER_%s: equity %s of a peak of %s and an opening of %s, %d losses in a row"
        .formatted(
            state.tier(), state.equity(), state.peak(), state.opening(), state.consecutiveLosses());
  }

  private HaltChanged halt(AccountId account, TierState state) {
    boolean emergency = state.tier() == RiskTier.EMERGENCY;
    return new HaltChanged(
        HaltScope.of(account),
        id(state),
        HaltStatus.ACTIVE,
        emergency ? HaltMode.HALTED : HaltMode.REDUCE_ONLY,
        state.tier(),
        why(state),
        SERVICE,
        clock.instant(),
        emergency,
        true);
  }

  private HaltChanged lifted(HaltChanged halt, TierState state) {
    return new HaltChanged(
        halt.scope(),
        halt.haltId(),
        HaltStatus.LIFTED,
        halt.mode(),
        halt.tier(),
        "the tier is " + state.tier(),
        SERVICE,
        clock.instant(),
        halt.cancelOrders(),
        halt.sparesProtective());
  }

  private void write(HaltChanged halt) {
    String key = halt.key();
    if (!underWay.add(key)) {
      return;
    }
    LOG.warn("halt new={} key={} tier={} by=tier", halt.status(), key, halt.tier());
    control
        .write(halt)
        .whenComplete(
            (written, failure) -> {
              underWay.remove(key);
              if (failure != null) {
                LOG.error("halt of a tier not written yet, trying again key={}", key, failure);
              }
            });
  }
}
