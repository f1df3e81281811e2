package io.palmyra.systemtest.chaos;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.server.Server;
import io.palmyra.local.server.ServerSet;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.awaitility.Awaitility;

/** The brokers of a suite: which of them leads what, and whether all copies are up to date. */
final class Brokers {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ServerSet servers;

  Brokers(ServerSet servers) {
    this.servers = servers;
  }

  List<Server> all() {
    return servers.brokers();
  }

  /** The one that leads the first partition of a topic. */
  Server leaderOf(Topic topic) {
    int id = described(List.of(topic.topicName())).getFirst().partitions().getFirst().leader().id();
    return all().get(id - 1);
  }

  /** Starts those that were killed, and waits until each holds all that was written. */
  void restore(List<Server> dead) {
    dead.parallelStream().forEach(Server::start);
    awaitInSync();
  }

  /** Waits until each broker holds all that was written. */
  void awaitInSync() {
    Awaitility.await("all copies are up to date")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(this::inSync);
  }

  private boolean inSync() {
    return described(List.of(Topic.values()).stream().map(Topic::topicName).toList()).stream()
        .flatMap(topic -> topic.partitions().stream())
        .allMatch(partition -> partition.isr().size() == all().size());
  }

  private List<TopicDescription> described(Collection<String> topics) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", servers.kafkaBootstrap(),
            "default.api.timeout.ms", 5000,
            "request.timeout.ms", 2000);
    try (Admin admin = Admin.create(settings)) {
      return List.copyOf(
          admin.describeTopics(topics).allTopicNames().get(5, TimeUnit.SECONDS).values());
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the brokers do not tell", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
