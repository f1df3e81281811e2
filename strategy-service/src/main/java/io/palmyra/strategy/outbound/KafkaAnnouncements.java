package io.palmyra.strategy.outbound;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.alert.Severity;
import io.palmyra.contracts.allocation.CapitalAllocated;
import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.StrategyInstanceId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Money;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.strategy.application.Announcements;
import io.palmyra.strategy.application.InstanceChange;
import io.palmyra.strategy.application.StrategyInstance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts changes on {@code audit}, failures on {@code alerts}, capital on {@code allocations}. */
@Component
final class KafkaAnnouncements implements Announcements {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaAnnouncements.class);

  private final Publisher publisher;
  private final InstantSource clock;
  private final String service;

  KafkaAnnouncements(
      Publisher publisher,
      InstantSource clock,
      @Value("${spring.application.name}") String service) {
    this.publisher = publisher;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public void changed(InstanceChange change) {
    var recorded =
        new ChangeRecorded(
            service,
            change.actor(),
            "strategy-instance-" + change.action(),
            change.instance().value(),
            "",
            change.before(),
            change.after(),
            change.at());
    publish(Topic.AUDIT, service, recorded, change.at());
  }

  @Override
  public void failed(StrategyInstance instance) {
    String reason = Objects.requireNonNullElse(instance.reason(), "");
    var alert =
        new AlertRaised(
            service,
            Severity.CRITICAL,
            "STRATEGY_FAILED",
            "Strategy instance " + instance.id() + " stopped by itself; its position stays open.",
            Map.of(
                "instance", instance.id().value(),
                "account", instance.account().value(),
                "instrument", instance.instrument().value(),
                "reason", reason),
            instance.changedAt());
    publish(Topic.ALERTS, service, alert, instance.changedAt());
  }

  @Override
  public void allocated(AccountId account, List<StrategyInstance> instances) {
    Map<StrategyInstanceId, Money> capital = new HashMap<>();
    for (StrategyInstance instance : instances) {
      if (instance.capital() != null) {
        capital.put(instance.id(), instance.capital());
      }
    }
    Instant now = clock.instant();
    publish(Topic.ALLOCATIONS, account.value(), new CapitalAllocated(account, capital, now), now);
  }

  private void publish(Topic topic, String key, Message body, Instant at) {
    publisher
        .publish(topic, key, publisher.envelope(body, at, null))
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                LOG.error("not published topic={} message={}", topic.topicName(), body, failure);
              }
            });
  }
}
