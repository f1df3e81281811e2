package io.palmyra.risk.application;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.control.TradingControl;
import io.palmyra.core.risk.tier.TierHalt;
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
    HaltChanged wanted = TierHalt.of(account, state, clock.instant()).orElse(null);
    HaltChanged there = wanted == null ? null : known.halt(wanted.key()).orElse(null);
    boolean stands = there != null && there.status() == HaltStatus.ACTIVE;
    if (wanted == null || stands) {
      known.active().stream()
          .filter(halt -> TierHalt.mayLift(account, halt))
          .filter(halt -> wanted == null || !halt.key().equals(wanted.key()))
          .forEach(halt -> write(TierHalt.lifted(halt, state, clock.instant())));
      return Optional.empty();
    }
    if (there != null) {
      return Optional.of(there.who());
    }
    write(wanted);
    return Optional.empty();
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
