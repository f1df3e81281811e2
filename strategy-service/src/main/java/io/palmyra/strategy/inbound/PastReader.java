package io.palmyra.strategy.inbound;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.topic.PoisonRule;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.topic.TopicKey;
import io.palmyra.core.strategy.PastMerge;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.codec.UnreadableMessageException;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.strategy.application.InputSpan;
import io.palmyra.strategy.application.RunningInstance;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /**
   * Hands each on as it is read; what is held meanwhile does not grow with the past.
   *
   * @param taker called by this thread
   */
  void read(RunningInstance run, java.util.function.Consumer<StreamRecord> taker) {
    Map<TopicPartition, Duration> wanted = plan.past(run);
    var merge = new PastMerge<TopicPartition, StreamRecord>(wanted.keySet());
    try (Consumer<String, byte[]> consumer = clients.consumer(null, Map.of())) {
      consumer.assign(wanted.keySet());
      Map<TopicPartition, Long> ends = consumer.endOffsets(wanted.keySet());
      seek(consumer, wanted, ends);
      run.pastIs(spans(consumer, wanted.keySet(), ends));
      for (; ; ) {
        tellEnds(consumer, merge, ends);
        merge.each(taker);
        List<TopicPartition> starving = merge.starving();
        if (starving.isEmpty()) {
          return;
        }
        fetch(consumer, starving, ends, run, merge);
      }
    }
  }

  private static List<InputSpan> spans(
      Consumer<String, byte[]> consumer,
      Set<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    return partitions.stream()
        .map(
            each ->
                new InputSpan(
                    each.topic(),
                    each.partition(),
                    consumer.position(each),
                    ends.getOrDefault(each, 0L)))
        .toList();
  }

  private static void tellEnds(
      Consumer<String, byte[]> consumer,
      PastMerge<TopicPartition, StreamRecord> merge,
      Map<TopicPartition, Long> ends) {
    ends.forEach(
        (partition, end) -> {
          if (consumer.position(partition) >= end) {
            merge.end(partition);
          }
        });
  }

  private void fetch(
      Consumer<String, byte[]> consumer,
      List<TopicPartition> starving,
      Map<TopicPartition, Long> ends,
      RunningInstance run,
      PastMerge<TopicPartition, StreamRecord> merge) {
    consumer.resume(starving);
    consumer.pause(
        consumer.assignment().stream().filter(each -> !starving.contains(each)).toList());
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      var partition = new TopicPartition(record.topic(), record.partition());
      if (record.offset() < ends.getOrDefault(partition, 0L)) {
        take(record, partition, run, merge);
      }
    }
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

  private void take(
      ConsumerRecord<String, byte[]> record,
      TopicPartition partition,
      RunningInstance run,
      PastMerge<TopicPartition, StreamRecord> merge) {
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
    merge.add(
        partition,
        envelope.recordedAt(),
        new StreamRecord(topic, record.partition(), record.offset(), record.key(), envelope));
  }
}
