package io.palmyra.local.topic;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Reads a topic for a person, outside every group. One thread uses it. */
public final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, String> consumer;
  private final List<TopicPartition> partitions;

  /** Opens a topic; refuses a name that Kafka does not know. */
  public TopicReader(String bootstrap, String topic) {
    this.consumer = OpenConsumer.at(bootstrap);
    try {
      Set<String> known = new TreeSet<>(consumer.listTopics().keySet());
      if (!known.contains(topic)) {
        known.removeIf(name -> name.startsWith("__") || name.endsWith(".dlt"));
        throw new LocalFailure(
            ExitCode.USAGE,
            "There is no topic '" + topic + "'. There are: " + String.join(", ", known));
      }
      this.partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
    } catch (KafkaException e) {
      consumer.close();
      throw OpenConsumer.silent(bootstrap, e);
    } catch (LocalFailure e) {
      consumer.close();
      throw e;
    }
  }

  /** The last records, oldest first; a following {@link #follow} goes on after them. */
  public List<ConsumerRecord<String, String>> last(int count) {
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    Map<TopicPartition, Long> starts = consumer.beginningOffsets(partitions);
    for (TopicPartition at : partitions) {
      consumer.seek(at, Math.max(starts.getOrDefault(at, 0L), ends.getOrDefault(at, 0L) - count));
    }
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(POLL).forEach(records::add);
    }
    records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
    return records.subList(Math.max(0, records.size() - count), records.size());
  }

  /** Goes to the first record. */
  public void fromBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** Hands over record by record, those of one poll by time, until told to stop. */
  public void follow(Predicate<ConsumerRecord<String, String>> goOn) {
    while (true) {
      ConsumerRecords<String, String> polled = consumer.poll(POLL);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      polled.forEach(records::add);
      records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
      for (ConsumerRecord<String, String> each : records) {
        if (!goOn.test(each)) {
          return;
        }
      }
    }
  }

  /** Hands over what stands there now from the position on, then returns. */
  public void toEnd(Predicate<ConsumerRecord<String, String>> goOn) {
    Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
        if (!goOn.test(each)) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
