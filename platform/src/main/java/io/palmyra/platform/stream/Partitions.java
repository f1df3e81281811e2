package io.palmyra.platform.stream;

import io.palmyra.contracts.topic.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** Partitions of topics, and where a time begins in them. */
public final class Partitions {
  private Partitions() {}

  /** All of some topics. */
  public static List<TopicPartition> of(Collection<Topic> topics) {
    return topics.stream()
        .flatMap(
            topic ->
                IntStream.range(0, topic.partitions())
                    .mapToObj(partition -> new TopicPartition(topic.topicName(), partition)))
        .toList();
  }

  /** The first record of a time or later in each; the end where there is none. */
  public static Map<TopicPartition, Long> since(
      Consumer<?, ?> consumer, Collection<TopicPartition> partitions, Instant time) {
    var times = new HashMap<TopicPartition, Long>();
    partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
    var offsets = new HashMap<>(consumer.endOffsets(partitions));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found != null) {
                offsets.put(partition, found.offset());
              }
            });
    return offsets;
  }
}
