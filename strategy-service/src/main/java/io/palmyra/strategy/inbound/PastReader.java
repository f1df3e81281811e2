package io.palmyra.strategy.inbound;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.topic.PoisonRule;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.topic.TopicKey;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnreadableMessageException;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.strategy.application.RunningInstance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads what an instance would have heard before it started, up to the ends as they stand at the
 * call, in the order in which it was recorded.
 */
final class PastReader {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final MessageCodec codec;
  private final InstantSource clock;
  private final InputPlan plan;

  PastReader(KafkaClients clients, MessageCodec codec, InstantSource clock, InputPlan plan) {
    this.clients = clients;
    this.codec = codec;
    this.clock = clock;
    this.plan = plan;
  }

  private record Dated(Instant at, StreamRecord record) {}

  List<StreamRecord> read(RunningInstance run) {
    Map<TopicPartition, Duration> wanted = plan.past(run);
    List<Dated> past = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = clients.consumer(null, Map.of())) {
      consumer.assign(wanted.keySet());
      Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet());
      seek(consumer, wanted, ends);
      Map<TopicPartition, Instant> newest = new HashMap<>();
      while (!reached(consumer, ends)) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          var partition = new TopicPartition(record.topic(), record.partition());
          if (record.offset() < ends.getOrDefault(partition, 0L)) {
            take(record, partition, run, newest, past);
          }
        }
      }
    }
    past.sort(Comparator.comparing(Dated::at));
    return past.stream().map(Dated::record).toList();
  }

  private void seek(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Duration> wanted,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> times = new HashMap<>();
    List<TopicPartition> whole = new ArrayList<>();
    wanted.forEach(
        (partition, back) -> {
          if (InputPlan.isAll(back)) {
            whole.add(partition);
          } else {
            times.put(partition, clock.instant().minus(back).toEpochMilli());
          }
        });
    consumer.seekToBeginning(whole);
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    times
        .keySet()
        .forEach(
            partition -> {
              OffsetAndTimestamp first = found.get(partition);
              consumer.seek(
                  partition, first == null ? ends.getOrDefault(partition, 0L) : first.offset());
            });
  }

  private static boolean reached(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void take(
      ConsumerRecord<String, byte[]> record,
      TopicPartition partition,
      RunningInstance run,
      Map<TopicPartition, Instant> newest,
      List<Dated> past) {
    Topic topic = Topic.named(record.topic()).orElseThrow();
    String key =
        topic.traits().key() == TopicKey.ACCOUNT ? run.account().value() : run.instrument().value();
    if (!key.equals(record.key()) || record.value() == null) {
      return;
    }
    Envelope<?> envelope;
    try {
      envelope = codec.decode(topic, record.value());
    } catch (UnreadableMessageException e) {
      if (topic.traits().poison() == PoisonRule.STOP) {
        throw e;
      }
      return;
    }
    // Clocks may step back; the order within a partition may not.
    Instant at =
        newest.merge(
            partition, envelope.recordedAt(), (last, next) -> next.isBefore(last) ? last : next);
    past.add(
        new Dated(
            at,
            new StreamRecord(topic, record.partition(), record.offset(), record.key(), envelope)));
  }
}
