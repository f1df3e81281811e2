package io.palmyra.strategy.outbound;

import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.strategy.StrategyProperties;
import io.palmyra.strategy.application.InputSpan;
import io.palmyra.strategy.application.RunJournal;
import io.palmyra.strategy.application.StrategyInstance;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts where runs began and were paused on {@code audit}, which is kept for ever. */
@Component
final class KafkaRunJournal implements RunJournal {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaRunJournal.class);

  private final Publisher publisher;
  private final InstanceJson json;
  private final StrategyProperties settings;
  private final InstantSource clock;
  private final String service;

  KafkaRunJournal(
      Publisher publisher,
      InstanceJson json,
      StrategyProperties settings,
      InstantSource clock,
      @Value("${spring.application.name}") String service) {
    this.publisher = publisher;
    this.json = json;
    this.settings = settings;
    this.clock = clock;
    this.service = service;
  }

  @Override
  public void live(StrategyInstance instance, boolean paused, List<InputSpan> inputs) {
    Map<String, Object> content = json.content(instance);
    content.put("paused", paused);
    content.put("signalValidity", settings.signalValidity().toString());
    content.put("inputs", inputs);
    tell(instance, "strategy-run-live", content);
  }

  @Override
  public void paused(StrategyInstance instance, boolean paused, List<InputOffset> seen) {
    String action = paused ? "strategy-run-paused" : "strategy-run-resumed";
    tell(instance, action, Map.of("seen", seen));
  }

  private void tell(StrategyInstance instance, String action, Map<String, Object> content) {
    Instant now = clock.instant();
    var recorded =
        new ChangeRecorded(
            service,
            "service:" + service,
            action,
            instance.id().value(),
            "",
            null,
            json.text(content),
            now);
    publisher
        .publish(Topic.AUDIT, service, publisher.envelope(recorded, now, null))
        .whenComplete(
            (_, failure) -> {
              if (failure != null) {
                LOG.error("run not told instance={} action={}", instance.id(), action, failure);
              }
            });
  }
}
