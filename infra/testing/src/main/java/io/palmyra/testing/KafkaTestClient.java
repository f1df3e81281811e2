package io.palmyra.testing;

import io.palmyra.contracts.topic.CleanUp;
import io.palmyra.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes and reads topics as another program would: plain bytes and JSON, no codec of ours. */
public final class KafkaTestClient implements AutoCloseable {
  private static final long LIMIT_SECONDS = 30;

  private final String bootstrap;
  private final KafkaProducer<String, byte[]> producer;

  /** On the servers of this JVM. */
  public KafkaTestClient() {
    this(TestServers.shared().kafkaBootstrap());
  }

  /**
   * @param bootstrap where Kafka answers
   */
  public KafkaTestClient(String bootstrap) {
    this.bootstrap = bootstrap;
    var settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Writes a record and waits until it stands. */
  public RecordMetadata send(Topic topic, @Nullable String key, byte @Nullable [] value) {
    try {
      return producer
          .send(new ProducerRecord<>(topic.topicName(), key, value))
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("not written to " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Writes text, well-formed or not, and waits until it stands. */
  public RecordMetadata send(Topic topic, @Nullable String key, String value) {
    return send(topic, key, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads from now on: every record that is written after this call. */
  public TopicTail tail(Topic... topics) {
    return new TopicTail(bootstrap, false, Arrays.stream(topics).map(Topic::topicName).toList());
  }

  /** Reads from the beginning. */
  public TopicTail all(Topic... topics) {
    return new TopicTail(bootstrap, true, Arrays.stream(topics).map(Topic::topicName).toList());
  }

  /** Reads the dead letters of topics from the beginning. */
  public TopicTail deadLetters(Topic... topics) {
    return new TopicTail(
        bootstrap, true, Arrays.stream(topics).map(Topic::deadLetterName).toList());
  }

  /**
   * Deletes all that stands on topics that are not compacted, so that later tests do not meet what
   * one put there to do harm.
   */
  public void forget(Topic... topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      List<TopicPartition> partitions =
          Arrays.stream(topics)
              .filter(topic -> topic.traits().cleanUp() != CleanUp.COMPACT)
              .flatMap(
                  topic ->
                      IntStream.range(0, topic.partitions())
                          .mapToObj(number -> new TopicPartition(topic.topicName(), number)))
              .toList();
      admin
          .deleteRecords(
              partitions.stream()
                  .collect(Collectors.toMap(each -> each, _ -> RecordsToDelete.beforeOffset(-1))))
          .all()
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("not deleted: " + Arrays.toString(topics), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
