package io.palmyra.bench.latency;

import io.palmyra.bench.suite.Topics;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Waits on {@code fills} as any reader would, and notes when each came. */
final class Arrivals implements AutoCloseable {
  private static final class Arrival {
    private final byte[] payload;
    private final Instant at;

    Arrival(byte[] payload, Instant at) {
      this.payload = payload;
      this.at = at;
    }
  }

  private final KafkaConsumer<String, byte[]> consumer;
  private final List<Arrival> arrivals = new ArrayList<>();

  Arrivals(Topics topics) {
    consumer = topics.consumer(Topic.FILLS);
    consumer.seekToEnd(consumer.assignment());
    consumer.assignment().forEach(consumer::position);
  }

  /** Reads until nothing has come for a while, or the deadline. */
  void await(Duration silence, Duration atMost) {
    long began = System.nanoTime();
    long last = began;
    while (System.nanoTime() - began < atMost.toNanos()
        && (arrivals.isEmpty() || System.nanoTime() - last < silence.toNanos())) {
      for (var record : consumer.poll(Duration.ofMillis(100))) {
        arrivals.add(new Arrival(record.value(), Instant.now()));
        last = System.nanoTime();
      }
    }
  }

  Map<String, Instant> byEnvelope() {
    var codec = new MessageCodec();
    var byId = new HashMap<String, Instant>();
    arrivals.forEach(
        arrival -> byId.putIfAbsent(codec.decode(Topic.FILLS, arrival.payload).id(), arrival.at));
    return byId;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
