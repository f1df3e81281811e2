package io.palmyra.risk.application.control;

import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.core.control.TradingControl;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.risk.application.reporting.Alerts;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places the halts that services ask for, and tries until Kafka has each. Any thread may ask; one
 * thread calls {@link #pump} again and again.
 */
public final class RequestedHalts implements HaltRequests {
  private static final Logger LOG = LoggerFactory.getLogger(RequestedHalts.class);

  private final ControlView view;
  private final ControlTopic control;
  private final Alerts alerts;
  private final InstantSource clock;
  private final Map<String, WantedHalt> wanted = new ConcurrentHashMap<>();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Set<String> standing = ConcurrentHashMap.newKeySet();

  /** Looks in the view whether a halt stands already. */
  public RequestedHalts(
      ControlView view, ControlTopic control, Alerts alerts, InstantSource clock) {
    this.view = view;
    this.control = control;
    this.alerts = alerts;
    this.clock = clock;
  }

  @Override
  public void requestHalt(AccountId account, String code, String detail) {
    request(WantedHalt.of(account, code, detail, clock.instant()));
  }

  /** Asks for a halt; a repeat changes nothing. */
  public void request(WantedHalt halt) {
    standing.remove(halt.key());
    if (wanted.put(halt.key(), halt) == null) {
      LOG.error(
          "halt requested scope={} code={} detail={}", halt.scope(), halt.code(), halt.detail());
    }
  }

  /** Whether a halt that was asked for stands on control, or was lifted by a person since. */
  public boolean isPlaced(String key) {
    return standing.contains(key);
  }

  /** Writes what is asked for and not yet there; waits for what control says before. */
  public void pump() {
    if (wanted.isEmpty()) {
      return;
    }
    TradingControl known = view.current().orElse(null);
    if (known != null) {
      wanted.values().forEach(halt -> place(halt, known));
    }
  }

  private void place(WantedHalt wish, TradingControl known) {
    String key = wish.key();
    HaltChanged there = known.halt(key).orElse(null);
    boolean done =
        there != null && (there.status() == HaltStatus.ACTIVE || !there.at().isBefore(wish.at()));
    if (done) {
      standing.add(key);
      wanted.remove(key, wish);
    } else if (underWay.add(key)) {
      control
          .write(wish.halt())
          .whenComplete(
              (written, failure) -> {
                underWay.remove(key);
                if (failure == null) {
                  placed(wish, key);
                } else {
                  LOG.error("halt not placed yet, trying again key={}", key, failure);
                }
              });
    }
  }

  private void placed(WantedHalt wish, String key) {
    standing.add(key);
    wanted.remove(key, wish);
    LOG.warn("halt old=none new=ACTIVE key={} code={}", key, wish.code());
    alerts.raise(
        "ACCOUNT_HALTED",
        "Halted: " + wish.scope() + ", " + wish.code(),
        Map.of(
            "account",
            wish.account().value(),
            "scope",
            wish.scope().value(),
            "code",
            wish.code(),
            "detail",
            wish.detail(),
            "halt",
            key));
  }
}
