package io.palmyra.risk.outbound;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.risk.application.reporting.Audit;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records changes on {@code audit}; what Kafka does not take stands in the log. */
@Component
class KafkaAudit implements Audit {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaAudit.class);

  private final Publisher publisher;
  private final String service;
  private final JsonMapper json;
  private final InstantSource clock;

  KafkaAudit(
      Publisher publisher,
      @Value("${spring.application.name}") String service,
      JsonMapper json,
      InstantSource clock) {
    this.publisher = publisher;
    this.service = service;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public void record(
      String actor,
      String action,
      String target,
      String reason,
      @Nullable Object before,
      Object after) {
    var change =
        new ChangeRecorded(
            service,
            actor,
            action,
            target,
            reason,
            before == null ? null : json.writeValueAsString(before),
            json.writeValueAsString(after),
            clock.instant());
    Thread.ofVirtual().name("audit").start(() -> send(change));
  }

  private void send(ChangeRecorded change) {
    publisher
        .publish(Topic.AUDIT, service, publisher.envelope(change, change.at(), null))
        .whenComplete(
            (written, failure) -> {
              if (failure != null) {
                LOG.error("audit not written change={}", change, failure);
              }
            });
  }
}
