package io.palmyra.systemtest.suite;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that stands on the topics, read as an analyst would. */
public final class Everything {
  private final String bootstrap;
  private final MessageCodec codec = new MessageCodec();

  public Everything(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  public record Found(
      int partition, long offset, String key, Envelope<? extends Message> envelope) {}

  /**
   * What stands on a topic. Who reads a sequence passes over what is below the last one seen: a
   * writer that was killed may publish its last messages again.
   */
  public List<Found> on(Topic topic) {
    var found = new ArrayList<Found>();
    var last = new HashMap<String, Long>();
    read(
        topic.topicName(),
        topic.partitions(),
        (position, key, payload) -> {
          Envelope<? extends Message> envelope = codec.decode(topic, payload);
          Long sequence = envelope.sequence();
          if (sequence == null || sequence > last.getOrDefault(key, 0L)) {
            found.add(new Found(position.partition(), position.offset(), key, envelope));
            if (sequence != null) {
              last.put(key, sequence);
            }
          }
        });
    return found;
  }

  public <M extends Message> List<M> bodies(Topic topic, Class<M> type) {
    return on(topic).stream()
        .map(found -> found.envelope().body())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  public int deadLetters() {
    var count = new int[1];
    for (Topic topic : Topic.values()) {
      read(topic.deadLetterName(), -1, (position, key, payload) -> count[0]++);
    }
    return count[0];
  }

  private record Position(int partition, long offset) {}

  private interface Each {
    void take(Position position, String key, byte[] payload);
  }

  private void read(String topic, int expectedPartitions, Each each) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      int count = consumer.partitionsFor(topic).size();
      if (expectedPartitions >= 0 && count != expectedPartitions) {
        throw new IllegalStateException(topic + " has " + count + " partitions");
      }
      List<TopicPartition> partitions =
          IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic, number)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record ->
                    each.take(
                        new Position(record.partition(), record.offset()),
                        record.key(),
                        record.value()));
      }
    }
  }
}
