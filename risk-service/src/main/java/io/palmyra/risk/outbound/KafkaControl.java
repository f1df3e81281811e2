package io.palmyra.risk.outbound;

import io.palmyra.contracts.control.ControlMessage;
import io.palmyra.contracts.control.HaltChanged;
import io.palmyra.contracts.control.RiskHeartbeat;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.risk.RiskProperties;
import io.palmyra.risk.application.control.ControlTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Writes {@code control} straight to Kafka. */
@Component
class KafkaControl implements ControlTopic {
  private final Publisher publisher;
  private final Duration patience;
  private final Executor sending = task -> Thread.ofVirtual().name("control").start(task);

  KafkaControl(Publisher publisher, RiskProperties properties) {
    this.publisher = publisher;
    this.patience = properties.controlAckWithin();
  }

  @Override
  public CompletableFuture<?> write(ControlMessage message) {
    Instant at =
        switch (message) {
          case HaltChanged halt -> halt.at();
          case RiskHeartbeat beat -> beat.at();
        };
    // A producer that does not know its brokers blocks, so it must not be asked on the caller's
    // thread.
    return CompletableFuture.supplyAsync(
            () ->
                publisher.publish(
                    Topic.CONTROL, message.key(), publisher.envelope(message, at, null)),
            sending)
        .thenCompose(sent -> sent)
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
