package io.palmyra.local.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.topic.CleanUp;
import io.palmyra.contracts.topic.Topic;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicPlanTests {
  @ParameterizedTest
  @EnumSource(Topic.class)
  void cleansUpAsTheContractSays(Topic topic) {
    TopicPlan plan = TopicPlan.of(topic);
    CleanUp cleanUp = topic.traits().cleanUp();
    assertThat(plan.configs().get("cleanup.policy"))
        .isEqualTo(cleanUp == CleanUp.COMPACT ? "compact" : "delete");
    assertThat(plan.configs().get("retention.ms"))
        .isEqualTo(
            switch (cleanUp) {
              case TIME -> "604800000";
              case COMPACT -> null;
              case KEPT -> "-1";
            });
    assertThat(plan.partitions()).isEqualTo(topic.partitions());
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void deadLettersStayUntilSomebodyDealsWithThem(Topic topic) {
    assertThat(TopicPlan.ofDeadLetters(topic).configs()).containsEntry("retention.ms", "-1");
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void namesEachDifference(Topic topic) {
    TopicPlan plan = TopicPlan.of(topic);
    Config other = new Config(List.of(new ConfigEntry("cleanup.policy", "other")));
    assertThat(plan.differences(99, other))
        .hasSize(2)
        .allMatch(text -> text.startsWith(topic.topicName() + ": "));
    Config same =
        new Config(
            List.of(new ConfigEntry("cleanup.policy", plan.configs().get("cleanup.policy"))));
    assertThat(plan.differences(topic.partitions(), same)).isEmpty();
  }
}
