package io.palmyra.platform.stream;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.alert.AlertRaised;
import io.palmyra.contracts.alert.Severity;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.platform.poison.DeadLetters;
import io.palmyra.platform.time.Ids;
import io.palmyra.platform.time.MonotonicClock;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.TopicTail;
import io.palmyra.testing.WithServers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads by assignment on real Kafka: what it delivers, and what it passes over. */
@WithServers
class StreamReaderIT {
  private static final String KEY = "stream-reader-test";

  private final MessageCodec codec = new MessageCodec();
  private final List<String> delivered = new CopyOnWriteArrayList<>();
  private volatile boolean wanted = true;
  private KafkaTestClient kafka;
  private Publisher publisher;
  private StreamReader reader;

  @BeforeEach
  void start(TestServers servers) {
    kafka = new KafkaTestClient();
    var clients = new KafkaClients(Map.of("bootstrap.servers", servers.kafkaBootstrap()));
    InstantSource clock = InstantSource.system();
    publisher =
        new Publisher(
            clients.producer(Map.of()), codec, MessageTracing.NONE, clock, new Ids(clock));
    var parts =
        new StreamParts(
            clients,
            codec,
            new DeadLetters(publisher, codec, clock, KEY),
            MessageTracing.NONE,
            clock,
            MonotonicClock.SYSTEM);
    reader =
        new StreamReaders(parts)
            .named("test")
            .reading(Topic.ALERTS)
            .from(Start.LATEST)
            .deliveringTo(listener());
    reader.start();
    await().atMost(ofSeconds(20)).until(reader::caughtUp);
  }

  @AfterEach
  void stop() {
    reader.stop();
    publisher.close();
    kafka.close();
  }

  @Test
  void deliversInOrderAndBuriesWhatCannotBeReadOrApplied() {
    send("first");
    kafka.send(Topic.ALERTS, KEY, "{garbage");
    kafka.send(
        Topic.ALERTS,
        KEY,
        new String(codec.encode(alert("newer")), java.nio.charset.StandardCharsets.UTF_8)
            .replace("alert-raised", "alert-withdrawn"));
    send("refused");
    send("last");

    await().atMost(ofSeconds(20)).until(() -> delivered.contains("last"));
    assertThat(delivered).containsExactly("first", "last");
    assertThat(reader.unknownTypes()).isEqualTo(1);
    assertThat(reader.failure()).isEmpty();
    try (TopicTail letters = kafka.deadLetters(Topic.ALERTS)) {
      letters.awaitCount(2, letter -> KEY.equals(letter.key()));
    }
  }

  @Test
  void leavesUnreadWhatNobodyWantsAndGoesOnWithWhatIsNew() {
    send("before");
    await().atMost(ofSeconds(20)).until(() -> delivered.contains("before"));

    wanted = false;
    IntStream.range(0, 50).forEach(number -> send("unwanted-" + number));
    await().during(ofSeconds(1)).atMost(ofSeconds(5)).until(() -> delivered.size() == 1);
    wanted = true;
    await().pollDelay(ofSeconds(1)).until(() -> true);
    send("after");

    await().atMost(ofSeconds(20)).until(() -> delivered.contains("after"));
    assertThat(delivered).containsExactly("before", "after");
  }

  @Test
  void beginsAMomentBackWhenSomebodyWantsItAgain() {
    wanted = false;
    await().pollDelay(ofSeconds(1)).until(() -> true);
    send("just-before");
    wanted = true;
    await().atMost(ofSeconds(20)).until(() -> delivered.contains("just-before"));
  }

  private StreamListener listener() {
    return new StreamListener() {
      @Override
      public void on(StreamRecord record) {
        if (record.envelope().body() instanceof AlertRaised alert && KEY.equals(alert.source())) {
          if (alert.code().equals("refused")) {
            throw new IllegalStateException("cannot be applied");
          }
          delivered.add(alert.code());
        }
      }

      @Override
      public boolean wants(Topic topic) {
        return wanted;
      }
    };
  }

  private void send(String code) {
    kafka.send(Topic.ALERTS, KEY, codec.encode(alert(code)));
  }

  private static Envelope<AlertRaised> alert(String code) {
    var at = Instant.parse("2026-01-05T09:00:00Z");
    return new Envelope<>(
        KEY + "/" + code,
        at,
        at,
        null,
        null,
        new AlertRaised(KEY, Severity.INFO, code, "A test.", Map.of(), at));
  }
}
