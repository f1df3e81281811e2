package io.palmyra.platform.stream;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Publishes directly, without an outbox: market data, signals, control, alerts and audit.
 *
 * <p>Thread-safe. Records of one key leave in the order of the calls.
 */
public final class Publisher implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final MessageCodec codec;
  private final MessageTracing tracing;
  private final InstantSource clock;
  private final Supplier<String> ids;

  /**
   * @param producer idempotent, acks=all; closed with this
   * @param ids gives UUIDv7 for messages whose cause gives them no identity
   */
  public Publisher(
      Producer<String, byte[]> producer,
      MessageCodec codec,
      MessageTracing tracing,
      InstantSource clock,
      Supplier<String> ids) {
    this.producer = producer;
    this.codec = codec;
    this.tracing = tracing;
    this.clock = clock;
    this.ids = ids;
  }

  /** An envelope with an id of its own, recorded now. */
  public <M extends Message> Envelope<M> envelope(
      M body, Instant occurredAt, @Nullable String causationId) {
    return envelope(ids.get(), body, occurredAt, causationId);
  }

  /** An envelope with an id derived elsewhere, recorded now. */
  public <M extends Message> Envelope<M> envelope(
      String id, M body, Instant occurredAt, @Nullable String causationId) {
    return new Envelope<>(id, occurredAt, clock.instant(), causationId, null, body);
  }

  /**
   * Sends a message.
   *
   * @return completes when all in-sync replicas have it, or exceptionally when it is not known to
   *     be written
   */
  public CompletableFuture<RecordMetadata> publish(Topic topic, String key, Envelope<?> envelope) {
    return publish(topic, key, codec.encode(envelope), tracing.current());
  }

  /** Sends bytes that were encoded before, under the trace that they belong to. */
  public CompletableFuture<RecordMetadata> publish(
      Topic topic, String key, byte[] payload, @Nullable String traceparent) {
    return publish(topic.topicName(), key, payload, traceparent);
  }

  /** Sends bytes to a topic by name: dead letters. */
  public CompletableFuture<RecordMetadata> publish(
      String topicName, @Nullable String key, byte[] payload, @Nullable String traceparent) {
    var record = new ProducerRecord<>(topicName, key, payload);
    if (traceparent != null) {
      record.headers().add(MessageTracing.HEADER, traceparent.getBytes(StandardCharsets.US_ASCII));
    }
    var result = new CompletableFuture<RecordMetadata>();
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            result.complete(metadata);
          } else {
            result.completeExceptionally(failure);
          }
        });
    return result;
  }

  @Override
  public void close() {
    producer.close(java.time.Duration.ofSeconds(5));
  }
}
