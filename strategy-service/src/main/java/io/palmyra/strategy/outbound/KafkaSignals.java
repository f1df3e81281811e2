package io.palmyra.strategy.outbound;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.signal.Signal;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.strategy.application.SignalSink;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes signals straight to Kafka: no database stands between a tick and its signal. */
@Component
final class KafkaSignals implements SignalSink {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSignals.class);

  private final Publisher publisher;
  private final Counter sent;
  private final Counter lost;

  KafkaSignals(Publisher publisher, MeterRegistry metrics) {
    this.publisher = publisher;
    this.sent =
        Counter.builder("palmyra.strategy.signals")
            .description("signals that Kafka has")
            .tag("outcome", "sent")
            .register(metrics);
    this.lost =
        Counter.builder("palmyra.strategy.signals")
            .description("signals that Kafka is not known to have")
            .tag("outcome", "lost")
            .register(metrics);
  }

  @Override
  public void send(Signal signal, Instant marketTime, Envelope<?> cause) {
    Envelope<Signal> envelope =
        publisher.envelope(signal.signalId().value(), signal, marketTime, cause.id());
    publisher
        .publish(Topic.SIGNALS, signal.account().value(), envelope)
        .whenComplete(
            (_, failure) -> {
              if (failure == null) {
                sent.increment();
              } else {
                lost.increment();
                LOG.error(
                    "signal not sent signalId={} account={} instrument={}",
                    signal.signalId(),
                    signal.account(),
                    signal.instrument(),
                    failure);
              }
            });
    LOG.debug("signal {}", signal);
  }
}
