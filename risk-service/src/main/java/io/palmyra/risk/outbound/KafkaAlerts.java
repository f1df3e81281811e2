package io.palmyra.risk.outbound;

import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.alert.Severity;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.risk.application.reporting.Alerts;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Raises alerts on {@code alerts}. */
@Component
class KafkaAlerts implements Alerts {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaAlerts.class);

  private final Publisher publisher;
  private final String service;
  private final InstantSource clock;

  KafkaAlerts(
      Publisher publisher,
      @Value("${spring.application.name}") String service,
      InstantSource clock) {
    this.publisher = publisher;
    this.service = service;
    this.clock = clock;
  }

  @Override
  public void raise(String code, String summary, Map<String, String> attributes) {
    var alert =
        new AlertRaised(service, Severity.CRITICAL, code, summary, attributes, clock.instant());
    Thread.ofVirtual().name("alert").start(() -> send(alert));
  }

  private void send(AlertRaised alert) {
    publisher
        .publish(Topic.ALERTS, service, publisher.envelope(alert, alert.at(), null))
        .whenComplete(
            (written, failure) -> {
              if (failure != null) {
                LOG.error("alert not written alert={}", alert, failure);
              }
            });
  }
}
