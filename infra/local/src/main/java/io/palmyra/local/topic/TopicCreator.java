package io.palmyra.local.topic;

import io.palmyra.contracts.topic.Topic;
import io.palmyra.local.ExitCode;
import io.palmyra.local.LocalFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates every topic of the contracts that lacks, and refuses a cluster in which one stands with
 * other partitions or clean-up: keys would go to other partitions, or records would vanish.
 */
public final class TopicCreator {
  private static final long LIMIT_SECONDS = 60;

  private final Map<String, TopicPlan> plans;
  private final short replicas;

  /** For a cluster that keeps each record on that many brokers. */
  public TopicCreator(int replicas) {
    this.replicas = (short) replicas;
    this.plans =
        Arrays.stream(Topic.values())
            .flatMap(topic -> Stream.of(TopicPlan.of(topic), TopicPlan.ofDeadLetters(topic)))
            .collect(Collectors.toMap(TopicPlan::name, plan -> plan));
  }

  /** Creates what lacks, verifies what is there, and returns how many were created. */
  public int create(String bootstrap) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
      return create(admin);
    } catch (ExecutionException | TimeoutException e) {
      throw new LocalFailure(
          ExitCode.FAILED, "Cannot create the topics: " + rootOf(e).getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalFailure(ExitCode.FAILED, "Interrupted.", e);
    }
  }

  private int create(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, KafkaFuture<Void>> answers =
        admin
            .createTopics(plans.values().stream().map(plan -> plan.toNewTopic(replicas)).toList())
            .values();
    List<String> present = new ArrayList<>();
    for (Map.Entry<String, KafkaFuture<Void>> answer : answers.entrySet()) {
      try {
        answer.getValue().get(LIMIT_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        present.add(answer.getKey());
      }
    }
    verify(admin, present);
    return answers.size() - present.size();
  }

  private void verify(Admin admin, List<String> names)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, TopicDescription> descriptions =
        admin.describeTopics(names).allTopicNames().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(names.stream().map(TopicCreator::resource).toList())
            .all()
            .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      TopicDescription description = descriptions.get(name);
      Config config = configs.get(resource(name));
      TopicPlan plan = plans.get(name);
      if (description != null && config != null && plan != null) {
        differences.addAll(plan.differences(description.partitions().size(), config));
      }
    }
    if (!differences.isEmpty()) {
      throw LocalFailure.refused(
          "Topics differ from what the contracts say:\n  " + String.join("\n  ", differences));
    }
  }

  private static ConfigResource resource(String name) {
    return new ConfigResource(ConfigResource.Type.TOPIC, name);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : cause;
  }
}
