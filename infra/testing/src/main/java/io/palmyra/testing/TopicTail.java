package io.palmyra.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads topics and keeps what it has seen; for the one thread of a test. */
public final class TopicTail implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<SeenRecord> seen = new ArrayList<>();

  TopicTail(String bootstrap, boolean fromBeginning, List<String> topics) {
    var settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
    // Positions are resolved when asked for: what is written after this call is seen.
    partitions.forEach(consumer::position);
  }

  /** Waits for a record that fits, among those seen before as well, and returns the first. */
  public SeenRecord await(Predicate<SeenRecord> fits) {
    return await(fits, PATIENCE);
  }

  /** Waits at most so long for a record that fits. */
  public SeenRecord await(Predicate<SeenRecord> fits, Duration atMost) {
    var found = new ArrayList<SeenRecord>();
    Awaitility.await()
        .alias("a fitting record; seen: " + summary())
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(atMost)
        .until(
            () -> {
              poll();
              first(fits).ifPresent(found::add);
              return !found.isEmpty();
            });
    return found.getFirst();
  }

  /** Waits for a message of a type, by its name on the wire. */
  public SeenRecord awaitType(String type) {
    return await(record -> record.type().equals(type));
  }

  /** Waits until so many records fit, and returns all that do. */
  public List<SeenRecord> awaitCount(int count, Predicate<SeenRecord> fits) {
    Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .atMost(PATIENCE)
        .until(
            () -> {
              poll();
              return seen.stream().filter(fits).count() >= count;
            });
    return seen.stream().filter(fits).toList();
  }

  /** Reads for so long and returns all seen until then: to show that something does not come. */
  public List<SeenRecord> during(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      poll();
    }
    return seen();
  }

  /** All seen so far. */
  public List<SeenRecord> seen() {
    return List.copyOf(seen);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Optional<SeenRecord> first(Predicate<SeenRecord> fits) {
    return seen.stream().filter(fits).findFirst();
  }

  private void poll() {
    consumer.poll(POLL).forEach(record -> seen.add(read(record)));
  }

  private String summary() {
    return seen.stream().map(SeenRecord::type).collect(Collectors.joining(", "));
  }

  private static SeenRecord read(ConsumerRecord<String, byte[]> record) {
    Header trace = record.headers().lastHeader("traceparent");
    return new SeenRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        json(record.value()),
        trace == null ? null : new String(trace.value(), StandardCharsets.US_ASCII));
  }

  private static @Nullable JsonNode json(byte @Nullable [] value) {
    try {
      return value == null ? null : JSON.readTree(value);
    } catch (JacksonException e) {
      return null;
    }
  }
}
