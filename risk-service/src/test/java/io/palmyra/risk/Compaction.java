package io.palmyra.risk;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.TestServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** The broker compacts a topic at once, deletions included, until this is closed. */
final class Compaction implements AutoCloseable {
  private static final Map<String, String> EAGER =
      Map.of(
          "segment.ms", "200",
          "min.cleanable.dirty.ratio", "0.0001",
          "max.compaction.lag.ms", "100",
          "delete.retention.ms", "0");
  private static final Map<String, String> USUAL =
      Map.of("segment.ms", "3600000", "min.cleanable.dirty.ratio", "0.1");

  private final ConfigResource topic;
  private final Admin admin =
      Admin.create(Map.of("bootstrap.servers", TestServers.shared().kafkaBootstrap()));

  Compaction(Topic topic) {
    this.topic = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    set(
        new ConfigResource(ConfigResource.Type.BROKER, ""),
        Map.of("log.cleaner.backoff.ms", "200"));
    set(this.topic, EAGER);
  }

  private void set(ConfigResource resource, Map<String, String> values) {
    alter(
        resource,
        values.entrySet().stream()
            .map(
                value ->
                    new AlterConfigOp(
                        new ConfigEntry(value.getKey(), value.getValue()),
                        AlterConfigOp.OpType.SET))
            .toList());
  }

  private void alter(ConfigResource resource, List<AlterConfigOp> changes) {
    try {
      admin.incrementalAlterConfigs(Map.of(resource, changes)).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    set(topic, USUAL);
    alter(
        topic,
        List.of("max.compaction.lag.ms", "delete.retention.ms").stream()
            .map(name -> new AlterConfigOp(new ConfigEntry(name, ""), AlterConfigOp.OpType.DELETE))
            .toList());
    admin.close();
  }
}
