package io.palmyra.local.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Finds records on topics, outside every group. One thread uses it. */
public final class TopicSearch implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, String> consumer;

  /** Over the topics of a broker. */
  public TopicSearch(String bootstrap) {
    consumer = OpenConsumer.at(bootstrap);
    try {
      consumer.listTopics();
    } catch (KafkaException e) {
      consumer.close();
      throw OpenConsumer.silent(bootstrap, e);
    }
  }

  /** The partitions of a topic. */
  public List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Every record that fits, oldest first in its partition, up to where the topic ends now. */
  public List<ConsumerRecord<String, String>> all(
      List<TopicPartition> partitions, Predicate<ConsumerRecord<String, String>> fits) {
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    var found = new ArrayList<ConsumerRecord<String, String>>();
    while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
      consumer
          .poll(POLL)
          .forEach(
              each -> {
                if (fits.test(each)) {
                  found.add(each);
                }
              });
    }
    return found;
  }

  /** Hears how far reading is. */
  public interface Progress {
    /** So many of so many records were read. */
    void read(long records, long of);
  }

  /**
   * Gives every record that was written within a time, oldest first in its partition, up to where
   * the topic ends now.
   *
   * @param from the first moment
   * @param until the first moment after it
   */
  public void each(
      List<TopicPartition> partitions,
      Instant from,
      Instant until,
      Consumer<ConsumerRecord<String, String>> take,
      Progress progress) {
    Map<TopicPartition, Span> spans = new HashMap<>();
    partitions.forEach(at -> spans.put(at, new Span(offsetAt(at, from), offsetAt(at, until))));
    long of = spans.values().stream().mapToLong(Span::records).sum();
    var read = new AtomicLong();
    spans.forEach(
        (at, span) ->
            each(
                at,
                span,
                record -> {
                  take.accept(record);
                  progress.read(read.incrementAndGet(), of);
                }));
  }

  /**
   * Gives every record of a partition from an offset on, or from the first that is still kept, up
   * to where it ends now.
   */
  public void from(
      TopicPartition at,
      long offset,
      Consumer<ConsumerRecord<String, String>> take,
      Progress progress) {
    long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
    var span = new Span(Math.min(end, Math.max(offset, begin(at))), end);
    var read = new AtomicLong();
    each(
        at,
        span,
        record -> {
          take.accept(record);
          progress.read(read.incrementAndGet(), span.records());
        });
  }

  /** The first offset of a partition that is still kept. */
  public long begin(TopicPartition at) {
    return consumer.beginningOffsets(List.of(at)).getOrDefault(at, 0L);
  }

  private record Span(long from, long until) {
    long records() {
      return until - from;
    }
  }

  private void each(TopicPartition at, Span span, Consumer<ConsumerRecord<String, String>> take) {
    consumer.assign(List.of(at));
    consumer.seek(at, span.from());
    while (consumer.position(at) < span.until()) {
      for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
        if (each.offset() < span.until()) {
          take.accept(each);
        }
      }
    }
  }

  /** The first record of a time or later; the end of the partition where there is none. */
  private long offsetAt(TopicPartition at, Instant time) {
    OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(at, time.toEpochMilli())).get(at);
    return found == null ? consumer.endOffsets(List.of(at)).getOrDefault(at, 0L) : found.offset();
  }

  /** The record at a place, empty where it is not kept any more. */
  public Optional<ConsumerRecord<String, String>> at(String topic, int partition, long offset) {
    var place = new TopicPartition(topic, partition);
    consumer.assign(List.of(place));
    long start = consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
    long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
    if (offset < start || offset >= end) {
      return Optional.empty();
    }
    consumer.seek(place, offset);
    while (consumer.position(place) <= offset) {
      for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
        return each.offset() == offset ? Optional.of(each) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
