package io.palmyra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.topic.Topic;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WithServers
class KafkaTestClientIT {
  @Test
  void tailSeesWhatIsWrittenAfterItBegan() {
    try (var kafka = new KafkaTestClient()) {
      kafka.send(Topic.SIGNALS, "before", "{\"type\":\"early\"}");
      try (TopicTail tail = kafka.tail(Topic.SIGNALS)) {
        kafka.send(
            Topic.SIGNALS, "paper", "{\"type\":\"order-requested\",\"body\":{\"side\":\"BUY\"}}");
        kafka.send(Topic.SIGNALS, "paper", "no json");
        SeenRecord seen = tail.awaitType("order-requested");
        assertThat(seen.key()).isEqualTo("paper");
        assertThat(seen.body().path("side").asString("")).isEqualTo("BUY");
        assertThat(tail.awaitCount(2, record -> true))
            .extracting(SeenRecord::type)
            .containsExactlyInAnyOrder("order-requested", "");
        assertThat(tail.during(Duration.ofMillis(200))).hasSize(2);
      }
      try (TopicTail all = kafka.all(Topic.SIGNALS)) {
        assertThat(all.awaitType("early").key()).isEqualTo("before");
      }
    }
  }

  @Test
  void everyDatabaseIsNewAndDurable(TestServers servers) throws Exception {
    TestDatabase one = servers.newDatabase("some-service");
    TestDatabase two = servers.newDatabase("some-service");
    assertThat(one.url()).isNotEqualTo(two.url());
    try (var connection = one.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("show fsync")) {
      rows.next();
      assertThat(rows.getString(1)).isEqualTo("on");
    }
  }
}
