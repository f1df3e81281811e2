package io.palmyra.local.topic;

import io.palmyra.contracts.topic.CleanUp;
import io.palmyra.contracts.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How one topic has to be.
 *
 * @param name its name
 * @param partitions how many
 * @param configs its settings
 */
record TopicPlan(String name, int partitions, Map<String, String> configs) {
  /** What an operator must not have changed: records would vanish or stay for ever. */
  private static final List<String> VERIFIED = List.of(TopicConfig.CLEANUP_POLICY_CONFIG);

  static TopicPlan of(Topic topic) {
    return new TopicPlan(topic.topicName(), topic.partitions(), configs(topic.traits().cleanUp()));
  }

  /** Dead letters stay as long as nobody has dealt with them. */
  static TopicPlan ofDeadLetters(Topic topic) {
    return new TopicPlan(topic.deadLetterName(), topic.partitions(), configs(CleanUp.KEPT));
  }

  private static Map<String, String> configs(CleanUp cleanUp) {
    Map<String, String> configs = new TreeMap<>();
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
    switch (cleanUp) {
      case TIME -> {
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, "604800000");
      }
      case COMPACT -> {
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        configs.put(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");
        configs.put(TopicConfig.SEGMENT_MS_CONFIG, "3600000");
        configs.put(TopicConfig.SEGMENT_BYTES_CONFIG, "16777216");
      }
      case KEPT -> {
        configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        configs.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
      }
    }
    return configs;
  }

  NewTopic toNewTopic(short replicas) {
    return new NewTopic(name, partitions, replicas).configs(configs);
  }

  /** What differs in a topic that stands, in words. */
  List<String> differences(int actualPartitions, Config actual) {
    Stream<String> partitionCount =
        actualPartitions == partitions
            ? Stream.empty()
            : Stream.of(name + ": " + actualPartitions + " partitions instead of " + partitions);
    Stream<String> settings =
        configs.keySet().stream()
            .filter(VERIFIED::contains)
            .filter(key -> !Objects.equals(valueOf(actual, key), configs.get(key)))
            .map(
                key ->
                    "%s: %s=%s instead of %s"
                        .formatted(name, key, valueOf(actual, key), configs.get(key)));
    return Stream.concat(partitionCount, settings).toList();
  }

  private static String valueOf(Config config, String key) {
    ConfigEntry entry = config.get(key);
    return entry == null ? "(unset)" : Objects.requireNonNullElse(entry.value(), "(unset)");
  }
}
