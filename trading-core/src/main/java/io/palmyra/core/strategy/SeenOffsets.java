package io.palmyra.core.strategy;

import io.palmyra.contracts.signal.InputOffset;
import io.palmyra.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How far each partition was seen; allocates only at a topic's first record and for the list. */
final class SeenOffsets {
  private final Map<Topic, long[]> next = new EnumMap<>(Topic.class);

  /** Notes a record; false if it was seen before. */
  boolean advance(Topic topic, int partition, long offset) {
    long[] partitions = next.get(topic);
    if (partitions == null) {
      partitions = new long[topic.partitions()];
      next.put(topic, partitions);
    }
    if (offset < partitions[partition]) {
      return false;
    }
    partitions[partition] = offset + 1;
    return true;
  }

  /** The last record seen of each partition of which any was, in the order of topics. */
  List<InputOffset> list() {
    List<InputOffset> seen = new ArrayList<>();
    next.forEach(
        (topic, partitions) -> {
          for (int partition = 0; partition < partitions.length; partition++) {
            if (partitions[partition] > 0) {
              seen.add(new InputOffset(topic.topicName(), partition, partitions[partition] - 1));
            }
          }
        });
    return seen;
  }
}
