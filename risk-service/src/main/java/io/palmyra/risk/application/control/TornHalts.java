package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.core.control.TradingControl;
import io.palmyra.risk.application.reporting.Alerts;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a halt anew whose record was deleted from control. Who reads the deletion halts; but the
 * broker forgets a deletion after a day, and who reads control from its beginning after that would
 * know of no halt at all.
 */
public final class TornHalts {
  private static final Logger LOG = LoggerFactory.getLogger(TornHalts.class);
  private static final String WHO = "service:risk";

  private final ControlView view;
  private final ControlTopic control;
  private final Audit audit;
  private final Alerts alerts;
  private final InstantSource clock;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /** Looks in the view for what was deleted. */
  public TornHalts(
      ControlView view, ControlTopic control, Audit audit, Alerts alerts, InstantSource clock) {
    this.view = view;
    this.control = control;
    this.audit = audit;
    this.alerts = alerts;
    this.clock = clock;
  }

  /** Writes what is lacking; called again and again, never blocks. */
  public void restore() {
    view.current().map(TradingControl::tornOut).orElse(List.of()).forEach(this::restore);
  }

  private void restore(HaltChanged torn) {
    String key = torn.key();
    if (!underWay.add(key)) {
      return;
    }
    HaltChanged anew = torn.by(WHO, clock.instant());
    control
        .write(anew)
        .whenComplete(
            (written, failure) -> {
              underWay.remove(key);
              if (failure == null) {
                written(anew);
              } else {
                LOG.error("deleted halt not written yet, trying again key={}", key, failure);
              }
            });
  }

  private void written(HaltChanged halt) {
    LOG.error("halt old=deleted new=ACTIVE key={}", halt.key());
    audit.record(WHO, "halt-restored", halt.key(), halt.reason(), null, halt);
    alerts.raise(
        "HALT_RECORD_DELETED",
        "A record of control was deleted; what it named is halted: " + halt.scope(),
        Map.of("scope", halt.scope().value(), "halt", halt.key()));
  }
}
