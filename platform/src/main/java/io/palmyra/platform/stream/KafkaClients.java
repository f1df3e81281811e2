package io.palmyra.platform.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Makes Kafka clients from the service's settings, with what safety asks for set on top. */
public final class KafkaClients {
  private final Map<String, Object> settings;

  /**
   * @param settings bootstrap servers, security and whatever an operator set
   */
  public KafkaClients(Map<String, Object> settings) {
    this.settings = Map.copyOf(settings);
  }

  /**
   * A consumer that never commits by itself and reads from the beginning where it has no position.
   *
   * @param group null for a reader by assignment
   * @param overrides settings of this reader alone
   */
  public Consumer<String, byte[]> consumer(@Nullable String group, Map<String, Object> overrides) {
    var properties = new HashMap<>(settings);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    if (group != null) {
      properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    }
    properties.putAll(overrides);
    return new KafkaConsumer<>(properties);
  }

  /**
   * A member of a group which is given the same partition numbers of every topic that it reads, by
   * either protocol of groups ({@code group.protocol}); with the newer one the broker says how long
   * a member may be silent.
   *
   * @param group null for a reader by assignment
   */
  public Consumer<String, byte[]> member(@Nullable String group) {
    boolean newer =
        "consumer"
            .equalsIgnoreCase(String.valueOf(settings.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)));
    return consumer(
        group,
        newer
            ? Map.of(
                ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG,
                "range",
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                60_000)
            : Map.of(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                RangeAssignor.class.getName(),
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                60_000,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                2_000));
  }

  /**
   * A producer whose records are acknowledged by all replicas, in order and without repeats,
   * whatever the overrides say.
   *
   * @param overrides settings of this producer alone
   */
  public Producer<String, byte[]> producer(Map<String, Object> overrides) {
    var properties = new HashMap<>(settings);
    // Nothing waits for company, but while one request is under way, what comes shares the next.
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    properties.putAll(overrides);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return new KafkaProducer<>(properties);
  }
}
