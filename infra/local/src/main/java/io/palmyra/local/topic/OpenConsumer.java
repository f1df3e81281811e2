package io.palmyra.local.topic;

import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Opens consumers outside every group, for people. */
final class OpenConsumer {
  private OpenConsumer() {}

  static KafkaConsumer<String, String> at(String bootstrap) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrap,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            false,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            10_000,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            5_000),
        new StringDeserializer(),
        new StringDeserializer());
  }

  static LocalFailure silent(String bootstrap, KafkaException cause) {
    return new LocalFailure(
        ExitCode.NOT_RUNNING, "Kafka does not answer at " + bootstrap + ".", cause);
  }
}
