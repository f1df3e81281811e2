package io.palmyra.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.Message;
import io.palmyra.contracts.WireName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicTests {
  private static List<Class<? extends Message>> allTypes() {
    return Arrays.stream(Topic.values()).flatMap(topic -> topic.messageTypes().stream()).toList();
  }

  @Test
  void eachMessageStandsOnOneTopic() {
    assertThat(allTypes()).doesNotHaveDuplicates();
    for (Class<? extends Message> type : allTypes()) {
      assertThat(
              Arrays.stream(Topic.values())
                  .filter(topic -> topic.messages().isAssignableFrom(type)))
          .as(type.getSimpleName())
          .hasSize(1);
    }
  }

  @Test
  void wireNamesAreUniqueAndWellFormed() {
    List<String> names =
        Stream.concat(allTypes().stream(), Stream.of(DeadLetter.class))
            .map(type -> type.getAnnotation(WireName.class).value())
            .toList();

    assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void everyMessageIsARecordOfASealedInterface(Topic topic) {
    assertThat(topic.messages().isSealed()).isTrue();
    assertThat(topic.messageTypes()).isNotEmpty().allMatch(Class::isRecord);
    assertThat(topic.messageTypes())
        .allMatch(type -> type.getAnnotation(WireName.class).version() >= 1);
  }

  @Test
  void onlyRiskWritesOrdersAndControlAndOnlyExecutionWritesFills() {
    assertThat(Topic.ORDERS.traits().writers()).isEqualTo(Set.of("risk"));
    assertThat(Topic.CONTROL.traits().writers()).isEqualTo(Set.of("risk"));
    assertThat(Topic.DECISIONS.traits().writers()).isEqualTo(Set.of("risk"));
    for (Topic topic : List.of(Topic.ORDER_EVENTS, Topic.FILLS, Topic.ACCOUNT_EVENTS)) {
      assertThat(topic.traits().writers()).isEqualTo(Set.of("execution"));
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void hasOneWriterUnlessItIsForAll(Topic topic) {
    Set<Topic> shared = Set.of(Topic.SIGNALS, Topic.ALERTS, Topic.AUDIT);

    if (!shared.contains(topic)) {
      assertThat(topic.traits().writers()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Topic.class)
  void topicsOfAccountsAreCoPartitioned(Topic topic) {
    if (topic.traits().key() == TopicKey.ACCOUNT) {
      assertThat(topic.partitions()).isEqualTo(Topic.ACCOUNT_PARTITIONS);
    }
    assertThat(Topic.named(topic.topicName())).contains(topic);
    assertThat(topic.deadLetterName()).isEqualTo(topic.topicName() + ".dlt");
  }

  @Test
  void whatTheBooksStandOnIsKeptAndStopsAtPoison() {
    for (Topic topic :
        List.of(
            Topic.DECISIONS, Topic.ORDERS, Topic.ORDER_EVENTS, Topic.FILLS, Topic.ACCOUNT_EVENTS)) {
      assertThat(topic.traits().cleanUp()).as(topic.topicName()).isEqualTo(CleanUp.KEPT);
      assertThat(topic.traits().poison()).as(topic.topicName()).isEqualTo(PoisonRule.STOP);
    }
    assertThat(Topic.CONTROL.traits().poison()).isEqualTo(PoisonRule.REFUSE_ALL);
    assertThat(Topic.CONTROL.traits().cleanUp()).isEqualTo(CleanUp.COMPACT);
    assertThat(Topic.named("nothing")).isEmpty();
  }
}
