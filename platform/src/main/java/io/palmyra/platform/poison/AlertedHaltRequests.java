package io.palmyra.platform.poison;

import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.alert.Severity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks by an alert with the code HALT_REQUESTED, which risk turns into a halt. */
public final class AlertedHaltRequests implements HaltRequests {
  /** Code of the alert. */
  public static final String CODE = "HALT_REQUESTED";

  private static final Logger LOG = LoggerFactory.getLogger(AlertedHaltRequests.class);

  private final Publisher publisher;
  private final InstantSource clock;
  private final String service;

  /**
   * @param service name of this service, the source of the alert
   */
  public AlertedHaltRequests(Publisher publisher, InstantSource clock, String service) {
    this.publisher = publisher;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public void requestHalt(AccountId account, String code, String detail) {
    LOG.error("halt requested account={} code={} detail={}", account, code, detail);
    var alert =
        new AlertRaised(
            service,
            Severity.CRITICAL,
            CODE,
            "Account " + account + " must be halted: " + code,
            Map.of("account", account.value(), "code", code, "detail", detail),
            clock.instant());
    publisher
        .publish(Topic.ALERTS, service, publisher.envelope(alert, alert.at(), null))
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                LOG.error("halt request not published account={} code={}", account, code, failure);
              }
            });
  }
}
