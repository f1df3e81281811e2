package io.palmyra.risk.inbound;

import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.platform.poison.AlertedHaltRequests;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.risk.application.control.RequestedHalts;
import io.palmyra.risk.application.control.WantedHalt;
import java.util.Map;

/** Hears halts that other services ask for by an alert, and keeps all requested halts moving. */
final class AlertsListener implements StreamListener {
  private final RequestedHalts requests;

  /** Hands requests on to this. */
  AlertsListener(RequestedHalts requests) {
    this.requests = requests;
  }

  @Override
  public void on(StreamRecord record) {
    if (record.envelope().body() instanceof AlertRaised alert
        && alert.code().equals(AlertedHaltRequests.CODE)) {
      requests.request(wanted(alert));
    }
  }

  private static WantedHalt wanted(AlertRaised alert) {
    Map<String, String> told = alert.attributes();
    return WantedHalt.of(
        new AccountId(told.getOrDefault("account", "")),
        told.getOrDefault("code", AlertedHaltRequests.CODE),
        told.getOrDefault("detail", alert.summary()),
        alert.at());
  }

  @Override
  public void idle() {
    requests.pump();
  }
}
