package io.palmyra.platform.codec;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.topic.CleanUp;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.stream.KafkaClients;
import io.palmyra.platform.stream.MessageTracing;
import io.palmyra.platform.stream.Publisher;
import io.palmyra.platform.stream.Start;
import io.palmyra.platform.stream.StreamListener;
import io.palmyra.platform.stream.StreamParts;
import io.palmyra.platform.stream.StreamReader;
import io.palmyra.platform.stream.StreamReaders;
import io.palmyra.platform.stream.StreamRecord;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.TopicTail;
import io.palmyra.testing.WithServers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * On each topic: bytes that are no message, five megabytes of them, a record without a key and one
 * with a very long one each become one dead letter, and what follows them is delivered.
 */
@WithServers
class PoisonOnEachTopicIT {
  private static final int LARGE = 5_000_000;
  private static final String READER = "poison-on-each-topic";

  private final MessageCodec codec = new MessageCodec();
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();
  private String bootstrap;
  private Publisher publisher;
  private KafkaProducer<String, byte[]> producer;

  @BeforeEach
  void start(TestServers servers) {
    bootstrap = servers.kafkaBootstrap();
    InstantSource clock = InstantSource.system();
    publisher =
        new Publisher(
            clients().producer(Map.of()), codec, MessageTracing.NONE, clock, new Ids(clock));
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "max.request.size", 2 * LARGE),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    producer.close();
    publisher.close();
  }

  @Test
  void oneDeadLetterEachAndTheNextIsDelivered() throws Exception {
    takeMore(AlterConfigOp.OpType.SET);
    StreamReader reader = reader();
    reader.start();
    try {
      await().atMost(ofSeconds(20)).until(reader::caughtUp);
      Set<String> good = new HashSet<>();
      for (Topic topic : Topic.values()) {
        good.add(poison(topic));
      }
      await().atMost(ofSeconds(60)).until(() -> delivered.containsAll(good));
      for (Topic topic : Topic.values()) {
        lettersAreWhole(topic);
      }
      assertThat(reader.failure()).isEmpty();
    } finally {
      reader.stop();
      takeMore(AlterConfigOp.OpType.DELETE);
      try (var kafka = new KafkaTestClient()) {
        kafka.forget(Topic.values());
      }
    }
  }

  /** Bad records and then a good one, whose id it gives. */
  private String poison(Topic topic) throws Exception {
    var junk = new byte[LARGE];
    new Random(1).nextBytes(junk);
    send(topic, "k", "{garbage".getBytes(StandardCharsets.UTF_8));
    send(topic, "k", junk);
    send(topic, "k".repeat(500_000), new byte[] {0});
    if (isCompacted(topic)) {
      assertThatThrownBy(() -> send(topic, null, new byte[] {0, 1, 2}))
          .hasCauseInstanceOf(InvalidRecordException.class);
    } else {
      send(topic, null, new byte[] {0, 1, 2});
    }
    Envelope<?> good = new RandomMessages(7).envelope(topic.messageTypes().getFirst());
    var named =
        new Envelope<>(
            topic + good.id(), good.occurredAt(), good.recordedAt(), null, null, good.body());
    send(topic, "k", codec.encode(named));
    return named.id();
  }

  private void lettersAreWhole(Topic topic) {
    int count = isCompacted(topic) ? 3 : 4;
    try (var kafka = new KafkaTestClient();
        TopicTail letters = kafka.deadLetters(topic)) {
      List<SeenRecord> ours = letters.awaitCount(count, PoisonOnEachTopicIT::isOurs);
      assertThat(ours).as(topic.topicName()).hasSize(count);
      assertThat(ours)
          .filteredOn(letter -> letter.body().path("wholeBytes").asInt(0) == LARGE)
          .as(topic.topicName())
          .hasSize(1);
      assertThat(ours)
          .allSatisfy(
              letter -> {
                assertThat(letter.body().path("cause").asString()).isNotBlank();
                assertThat(letter.body().path("topic").asString()).isEqualTo(topic.topicName());
              });
    }
  }

  private static boolean isCompacted(Topic topic) {
    return topic.traits().cleanUp() == CleanUp.COMPACT;
  }

  private static boolean isOurs(SeenRecord letter) {
    return READER.equals(letter.body().path("reader").asString(""));
  }

  private void send(Topic topic, @Nullable String key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(topic.topicName(), 0, key, value)).get();
  }

  /** A broker refuses five megabytes unless somebody told it not to. */
  private void takeMore(AlterConfigOp.OpType operation) throws Exception {
    var entry = new ConfigEntry("max.message.bytes", Integer.toString(2 * LARGE));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin
          .incrementalAlterConfigs(
              Arrays.stream(Topic.values())
                  .collect(
                      Collectors.toMap(
                          topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()),
                          _ -> List.of(new AlterConfigOp(entry, operation)))))
          .all()
          .get();
    }
  }

  private StreamReader reader() {
    InstantSource clock = InstantSource.system();
    var parts =
        new StreamParts(
            clients(),
            codec,
            new DeadLetters(publisher, codec, clock, READER),
            MessageTracing.NONE,
            clock,
            MonotonicClock.SYSTEM);
    return new StreamReaders(parts)
        .named("poison")
        .reading(Topic.values())
        .from(Start.LATEST)
        .deliveringTo(
            new StreamListener() {
              @Override
              public void on(StreamRecord record) {
                delivered.add(record.envelope().id());
              }
            });
  }

  private KafkaClients clients() {
    return new KafkaClients(Map.of("bootstrap.servers", bootstrap));
  }
}
