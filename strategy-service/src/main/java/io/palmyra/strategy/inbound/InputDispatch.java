package io.palmyra.strategy.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.PoisonRule;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnknownTypeException;
import io.palmyra.platform.codec.UnreadableMessageException;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.poison.HaltRequests;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.strategy.application.RunningInstance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands a record to those who want it, decoded once and only if somebody does. What cannot be read
 * goes to the dead letters; on an account's own topics it fails the account's instances and asks
 * for a halt.
 */
final class InputDispatch {
  private final MessageCodec codec;
  private final Listeners listeners;
  private final DeadLetters deadLetters;
  private final HaltRequests halts;
  private final MessageTracing tracing;
  private final MonotonicClock monotonic;
  private final Timer inputs;

  InputDispatch(
      MessageCodec codec,
      Listeners listeners,
      DeadLetters deadLetters,
      HaltRequests halts,
      MessageTracing tracing,
      MonotonicClock monotonic,
      MeterRegistry metrics) {
    this.codec = codec;
    this.listeners = listeners;
    this.deadLetters = deadLetters;
    this.halts = halts;
    this.tracing = tracing;
    this.monotonic = monotonic;
    this.inputs =
        Timer.builder("palmyra.strategy.input")
            .description("from a record's arrival to its signals handed to the producer")
            .register(metrics);
  }

  void handle(ConsumerRecord<String, byte[]> record) {
    Topic topic = Topic.named(record.topic()).orElseThrow();
    List<RunningInstance> wanting = listeners.of(topic, record.key());
    if (wanting.isEmpty() || record.value() == null) {
      return;
    }
    long began = monotonic.nanos();
    try (MessageTracing.Span _ =
        tracing.open("strategy " + record.topic(), StreamReader.traceparent(record))) {
      Envelope<?> envelope = codec.decode(topic, record.value());
      var decoded =
          new StreamRecord(topic, record.partition(), record.offset(), record.key(), envelope);
      for (RunningInstance run : wanting) {
        run.on(decoded);
      }
    } catch (UnreadableMessageException e) {
      if (topic.traits().poison() == PoisonRule.STOP) {
        poison(topic, record, wanting, e);
      } else if (!(e instanceof UnknownTypeException)) {
        deadLetters.bury(topic, record, e);
      }
    }
    inputs.record(monotonic.nanos() - began, TimeUnit.NANOSECONDS);
  }

  private void poison(
      Topic topic,
      ConsumerRecord<String, byte[]> record,
      List<RunningInstance> wanting,
      RuntimeException cause) {
    String where = topic.topicName() + "-" + record.partition() + "@" + record.offset();
    wanting.forEach(run -> run.fail("POISON", where + ": " + cause.getMessage()));
    halts.requestHalt(new AccountId(record.key()), "POISON", where + ": " + cause.getMessage());
  }
}
