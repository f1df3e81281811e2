package io.palmyra.strategy.inbound;

import io.palmyra.platform.stream.StreamRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Records of several partitions in the order in which they were recorded, those of one moment in
 * the order of their partitions. Holds only what was fetched and may not be given yet.
 */
final class PastMerge {
  private final Map<TopicPartition, Lane> lanes = new LinkedHashMap<>();

  /** What was fetched of one partition. */
  private static final class Lane {
    private final Deque<Dated> fetched = new ArrayDeque<>();
    private Instant newest = Instant.MIN;
    private boolean ended;
  }

  private record Dated(Instant at, StreamRecord record) {}

  PastMerge(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> lanes.put(partition, new Lane()));
  }

  /** Takes the next record of a partition. */
  void add(TopicPartition partition, Instant recordedAt, StreamRecord record) {
    Lane lane = lane(partition);
    // Clocks may step back; the order within a partition may not.
    lane.newest = recordedAt.isBefore(lane.newest) ? lane.newest : recordedAt;
    lane.fetched.addLast(new Dated(lane.newest, record));
  }

  /** No more comes of a partition. */
  void end(TopicPartition partition) {
    lane(partition).ended = true;
  }

  /** The partitions of which more must be fetched before anything can be given. */
  List<TopicPartition> starving() {
    return lanes.entrySet().stream()
        .filter(each -> each.getValue().fetched.isEmpty() && !each.getValue().ended)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Gives all that can be given by now. */
  void each(Consumer<StreamRecord> taker) {
    for (var next = next(); next.isPresent(); next = next()) {
      taker.accept(next.get());
    }
  }

  /** The next record; empty if none is left, or more must be fetched first. */
  private Optional<StreamRecord> next() {
    Lane first = null;
    for (Lane lane : lanes.values()) {
      Dated head = lane.fetched.peekFirst();
      if (head == null) {
        if (!lane.ended) {
          return Optional.empty();
        }
      } else if (first == null || head.at().isBefore(first.fetched.getFirst().at())) {
        first = lane;
      }
    }
    return first == null ? Optional.empty() : Optional.of(first.fetched.removeFirst().record());
  }

  private Lane lane(TopicPartition partition) {
    Lane lane = lanes.get(partition);
    if (lane == null) {
      throw new IllegalArgumentException("partition " + partition + " is not merged");
    }
    return lane;
  }
}
