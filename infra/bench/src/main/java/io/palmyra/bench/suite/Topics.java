package io.palmyra.bench.suite;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.Message;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what a round left on the topics, after it, so that reading does not disturb it. */
public final class Topics {
  private final String bootstrap;
  private final MessageCodec codec = new MessageCodec();

  /** Those of a broker. */
  public Topics(String bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** A record and where it stood. */
  public record Found(int partition, long offset, Envelope<? extends Message> envelope) {}

  /** Reads a topic from wherever it is told to. */
  public KafkaConsumer<String, byte[]> consumer(Topic topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    consumer.assign(partitions(topic));
    return consumer;
  }

  private static List<TopicPartition> partitions(Topic topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(number -> new TopicPartition(topic.topicName(), number))
        .toList();
  }

  /** Where topics end now. */
  public Map<TopicPartition, Long> ends(Topic... topics) {
    var ends = new HashMap<TopicPartition, Long>();
    for (Topic topic : topics) {
      try (var consumer = consumer(topic)) {
        ends.putAll(consumer.endOffsets(partitions(topic)));
      }
    }
    return ends;
  }

  /** Reads a topic from somewhere up to its end. */
  public void read(Topic topic, Map<TopicPartition, Long> from, Consumer<Found> into) {
    try (var consumer = consumer(topic)) {
      List<TopicPartition> partitions = partitions(topic);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      partitions.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          into.accept(
              new Found(record.partition(), record.offset(), codec.decode(topic, record.value())));
        }
      }
    }
  }
}
