package io.palmyra.systemtest.chaos;

import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** When orders were filled: by it a run sees that trading goes on, and for how long it did not. */
final class Flow implements AutoCloseable {
  private final MessageCodec codec = new MessageCodec();
  private final ConcurrentSkipListSet<Instant> fills = new ConcurrentSkipListSet<>();
  private final String bootstrap;
  private final Thread reader;
  private volatile boolean closed;

  Flow(String bootstrap) {
    this.bootstrap = bootstrap;
    this.reader = Thread.ofPlatform().daemon().name("flow").start(this::read);
  }

  /** Whether an order was filled after that. */
  boolean filledAfter(Instant moment) {
    return fills.higher(moment) != null;
  }

  /** The longest time without a fill between two moments. */
  Duration longestPause(Instant from, Instant to) {
    Duration longest = Duration.ZERO;
    Instant last = from;
    for (Instant fill : fills.subSet(from, true, to, true)) {
      longest = longer(longest, Duration.between(last, fill));
      last = fill;
    }
    return longer(longest, Duration.between(last, to));
  }

  int count() {
    return fills.size();
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private void read() {
    List<TopicPartition> partitions =
        IntStream.range(0, Topic.ORDER_EVENTS.partitions())
            .mapToObj(number -> new TopicPartition(Topic.ORDER_EVENTS.topicName(), number))
            .toList();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        poll(consumer);
      }
    }
  }

  private void poll(KafkaConsumer<String, byte[]> consumer) {
    try {
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        if (codec.decode(Topic.ORDER_EVENTS, record.value()).body() instanceof OrderFilled fill) {
          fills.add(fill.at());
        }
      }
    } catch (KafkaException e) {
      // The broker is struck; the next poll asks again.
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    reader.join();
  }
}
