package io.palmyra.platform.lane;

import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * The consumer behind a lane: a group's share of partitions, or the one partition of an account.
 */
final class LaneAssignment implements ConsumerRebalanceListener {
  private final LaneSettings settings;
  private final LaneParts parts;
  private final Consumer<Set<Integer>> assigned;
  private final Consumer<Set<Integer>> revoked;
  private final AtomicBoolean polling = new AtomicBoolean();
  private final Map<Integer, Map<TopicPartition, Long>> backlogs = new HashMap<>();
  private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<String, byte[]> consumer;

  LaneAssignment(
      LaneSettings settings,
      LaneParts parts,
      Consumer<Set<Integer>> assigned,
      Consumer<Set<Integer>> revoked) {
    this.settings = settings;
    this.parts = parts;
    this.assigned = assigned;
    this.revoked = revoked;
  }

  void open() {
    var opened = parts.stream().clients().member(settings.group());
    consumer = opened;
    if (settings.account() == null) {
      opened.subscribe(settings.topics().stream().map(Topic::topicName).toList(), this);
    } else {
      int partition = AccountPartitions.of(settings.account());
      opened.assign(topicPartitions(partition));
      assigned.accept(Set.of(partition));
    }
  }

  /**
   * What has come, at the latest after a while.
   *
   * @param longest asked once a wake-up would be heard
   */
  ConsumerRecords<String, byte[]> poll(Supplier<Duration> longest) {
    polling.set(true);
    try {
      resumeWhatHasLearned();
      return required().poll(longest.get());
    } catch (WakeupException e) {
      return ConsumerRecords.empty();
    } finally {
      polling.set(false);
    }
  }

  void wakeupIfPolling() {
    if (polling.compareAndSet(true, false)) {
      wakeup();
    }
  }

  void wakeup() {
    var current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  void pause(int partition) {
    backlogs.remove(partition);
    required().pause(mine(partition));
  }

  void resume(int partition, Map<Topic, Long> next) {
    var opened = required();
    for (TopicPartition owned : mine(partition)) {
      opened.seek(owned, next.getOrDefault(Topic.named(owned.topic()).orElseThrow(), 0L));
    }
    List<TopicPartition> first = mine(partition).stream().filter(this::isFirst).toList();
    opened.resume(first);
    backlogs.put(partition, opened.endOffsets(first));
    resumeWhatHasLearned();
  }

  private boolean isFirst(TopicPartition owned) {
    return settings.first().stream().anyMatch(topic -> topic.topicName().equals(owned.topic()));
  }

  /**
   * Reads the other topics of a partition too once the backlog of the first ones was handed out.
   */
  private void resumeWhatHasLearned() {
    var opened = required();
    backlogs
        .entrySet()
        .removeIf(
            backlog -> {
              boolean learned =
                  backlog.getValue().entrySet().stream()
                      .allMatch(end -> opened.position(end.getKey()) >= end.getValue());
              if (learned) {
                opened.resume(mine(backlog.getKey()));
              }
              return learned;
            });
  }

  /** Lets others see the lag; nothing is ever read from what is committed here. */
  void reportProgress(LaneWorker worker) {
    if (settings.group() == null) {
      return;
    }
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    worker
        .partitions()
        .forEach(
            partition ->
                worker
                    .next(partition)
                    .forEach(
                        (topic, next) ->
                            offsets.put(
                                new TopicPartition(topic.topicName(), partition),
                                new OffsetAndMetadata(next))));
    required().commitAsync(offsets, (done, failure) -> {});
  }

  void close() {
    var current = consumer;
    consumer = null;
    backlogs.clear();
    if (current != null) {
      current.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(3)));
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    assigned.accept(numbers(partitions));
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    backlogs.keySet().removeAll(numbers(partitions));
    revoked.accept(numbers(partitions));
  }

  private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
    var numbers = new TreeSet<Integer>();
    partitions.forEach(partition -> numbers.add(partition.partition()));
    return numbers;
  }

  private List<TopicPartition> topicPartitions(int partition) {
    return settings.topics().stream()
        .map(topic -> new TopicPartition(topic.topicName(), partition))
        .toList();
  }

  private List<TopicPartition> mine(int partition) {
    Set<TopicPartition> held = required().assignment();
    return topicPartitions(partition).stream().filter(held::contains).toList();
  }

  private org.apache.kafka.clients.consumer.Consumer<String, byte[]> required() {
    var current = consumer;
    if (current == null) {
      throw new IllegalStateException("lane " + settings.name() + " has no consumer");
    }
    return current;
  }
}
