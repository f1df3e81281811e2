package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What is halted stays so when records are deleted and the broker has compacted control. */
class CompactedControlIT {
  private static final AccountId ACCOUNT = new AccountId("compacted");
  private static final String SCOPE = "account:compacted";

  private static RiskSuite suite;
  private static ConfigurableApplicationContext risk;

  @BeforeAll
  static void start() {
    suite = new RiskSuite(List.of(ACCOUNT));
    suite.market(List.of(ACCOUNT));
    suite.keepTicking();
    risk = suite.start("before");
    suite.liftInitialHalt(risk);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void whoReadsControlAfterwardsKnowsEachHaltThatHolds() {
    String lifted = halt("first");
    String standing = halt("second");
    String deleted = halt("third");
    String liftedAndDeleted = halt("fourth");
    assertThat(lift(lifted).status()).isEqualTo(200);
    assertThat(lift(liftedAndDeleted).status()).isEqualTo(200);
    assertThat(lift(SCOPE + "/another").status()).isEqualTo(404);

    try (TopicTail control = suite.kafka.tail(Topic.CONTROL);
        TopicTail audit = suite.kafka.tail(Topic.AUDIT);
        TopicTail alerts = suite.kafka.tail(Topic.ALERTS)) {
      for (String key : List.of(deleted, liftedAndDeleted)) {
        suite.kafka.send(Topic.CONTROL, key, (byte[]) null);
        SeenRecord anew = control.await(record -> isActive(record, key));
        assertThat(anew.body().path("who").asString()).isEqualTo("service:risk");
        audit.await(record -> is(record, "action", "halt-restored") && is(record, "target", key));
        alerts.await(
            record ->
                is(record, "code", "HALT_RECORD_DELETED")
                    && record.body().path("attributes").path("halt").asString("").equals(key));
      }
    }
    // A lift that comes late lifts what it names, and that is lifted already.
    lift(lifted);

    Map<String, Integer> left = compacted(List.of(lifted, standing, deleted, liftedAndDeleted));
    assertThat(left.values()).as(left.toString()).allMatch(count -> count == 1);

    risk.close();
    risk = suite.start("after");
    Awaitility.await()
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(activeHalts())
                    .containsExactlyInAnyOrder(standing, deleted, liftedAndDeleted));
  }

  /** How many records of each key are left once the broker deleted all that it can. */
  private static Map<String, Integer> compacted(List<String> keys) {
    try (var _ = new Compaction(Topic.CONTROL)) {
      var left = new HashMap<String, Integer>();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                left.clear();
                left.putAll(counts(keys));
                return left.values().stream().allMatch(count -> count == 1);
              });
      return left;
    }
  }

  private static Map<String, Integer> counts(List<String> keys) {
    try (TopicTail all = suite.kafka.all(Topic.CONTROL)) {
      all.during(Duration.ofSeconds(1));
      var counts = new HashMap<String, Integer>();
      all.seen().stream()
          .filter(record -> record.key() != null && keys.contains(record.key()))
          .forEach(record -> counts.merge(record.key(), 1, Integer::sum));
      return counts;
    }
  }

  private static boolean isActive(SeenRecord record, String key) {
    return key.equals(record.key()) && is(record, "status", "ACTIVE");
  }

  private static boolean is(SeenRecord record, String field, String value) {
    return record.body().path(field).asString("").equals(value);
  }

  private static String halt(String reason) {
    RestAnswer placed =
        suite
            .rest(risk, "TRADER")
            .post(
                "/api/v1/halts",
                "{\"scope\":\"%s\",\"mode\":\"REDUCE_ONLY\",\"reason\":\"%s\",\"cancelOrders\":false}"
                    .formatted(SCOPE, reason));
    assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
    String key = placed.json().path("halt").asString();
    Awaitility.await().until(() -> activeHalts().contains(key));
    return key;
  }

  private static RestAnswer lift(String key) {
    return suite
        .rest(risk, "RISK_MANAGER")
        .post("/api/v1/halts/lift", "{\"halt\":\"" + key + "\",\"reason\":\"looked at it\"}");
  }

  private static List<String> activeHalts() {
    return suite
        .rest(risk, "VIEWER")
        .get("/api/v1/halts")
        .json()
        .path("items")
        .valueStream()
        .filter(halt -> halt.path("status").asString("").equals("ACTIVE"))
        .map((JsonNode halt) -> halt.path("halt").asString())
        .filter(key -> key.startsWith(SCOPE))
        .toList();
  }
}
