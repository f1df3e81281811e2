package io.palmyra.local.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records each consumer group has not read yet. */
public final class ConsumerLag {
  private static final long LIMIT_SECONDS = 5;

  private ConsumerLag() {}

  /** Lag by group; empty if Kafka does not answer. */
  public static Map<String, Long> byGroup(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    try (Admin admin = Admin.create(settings)) {
      return byGroup(admin);
    } catch (ExecutionException | TimeoutException e) {
      return Map.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Map.of();
    }
  }

  private static Map<String, Long> byGroup(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<String> groups =
        admin.listGroups().all().get(LIMIT_SECONDS, TimeUnit.SECONDS).stream()
            .map(GroupListing::groupId)
            .toList();
    Map<String, Map<TopicPartition, OffsetAndMetadata>> committed =
        admin
            .listConsumerGroupOffsets(
                groups.stream()
                    .collect(
                        Collectors.toMap(
                            group -> group, group -> new ListConsumerGroupOffsetsSpec())))
            .all()
            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    committed
        .values()
        .forEach(map -> map.keySet().forEach(at -> wanted.put(at, OffsetSpec.latest())));
    Map<TopicPartition, ListOffsetsResultInfo> ends =
        admin.listOffsets(wanted).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    Map<String, Long> lags = new HashMap<>();
    committed.forEach((group, offsets) -> lags.put(group, lag(offsets, ends)));
    return lags;
  }

  private static long lag(
      Map<TopicPartition, OffsetAndMetadata> offsets,
      Map<TopicPartition, ListOffsetsResultInfo> ends) {
    return offsets.entrySet().stream()
        .filter(entry -> Objects.nonNull(entry.getValue()))
        .mapToLong(
            entry -> {
              ListOffsetsResultInfo end = ends.get(entry.getKey());
              return end == null ? 0 : Math.max(0, end.offset() - entry.getValue().offset());
            })
        .sum();
  }
}
