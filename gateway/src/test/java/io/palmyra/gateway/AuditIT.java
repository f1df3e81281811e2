package io.palmyra.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.Envelope;
import io.palmyra.contracts.audit.AuditChain;
import io.palmyra.contracts.audit.ChangeRecorded;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.platform.codec.MessageCodec;
import io.palmyra.testing.KafkaTestClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The audit log as auditors read it, on real Kafka and PostgreSQL. */
class AuditIT {
  private static final RunningGateway GATEWAY = RunningGateway.shared();
  private final MessageCodec codec = new MessageCodec();

  @Test
  void everyChangeIsInTheChainOnceAndTheDatabaseKeepsItAsItIs() {
    String admin = GATEWAY.admin();
    String id = UUID.randomUUID().toString();
    try (var kafka = new KafkaTestClient(GATEWAY.kafka())) {
      kafka.send(Topic.AUDIT, "risk-service", encoded(id, "first"));
      kafka.send(Topic.AUDIT, "risk-service", encoded(id, "first"));
      String last = UUID.randomUUID().toString();
      kafka.send(Topic.AUDIT, "risk-service", encoded(last, "second"));
      Awaitility.await().until(() -> entries(admin).stream().anyMatch(each -> is(each, last)));
    }

    List<JsonNode> entries = entries(admin);
    assertThat(entries.stream().filter(each -> is(each, id))).hasSize(1);
    String previous = AuditChain.GENESIS;
    for (int i = 0; i < entries.size(); i++) {
      JsonNode entry = entries.get(i);
      assertThat(entry.path("number").asInt()).isEqualTo(i + 1);
      assertThat(entry.path("previousHash").asString()).isEqualTo(previous);
      previous = entry.path("hash").asString();
    }
    JsonNode head = GATEWAY.get("/api/v1/audit/head", admin).body();
    assertThat(head.path("hash").asString()).isEqualTo(previous);
    JsonNode first = entries.stream().filter(each -> is(each, id)).findFirst().orElseThrow();
    assertThat(first.path("hash").asString())
        .isEqualTo(
            AuditChain.hash(
                first.path("previousHash").asString(),
                first.path("number").asLong(),
                id,
                change("first")));
    var jdbc = GATEWAY.context.getBean(JdbcClient.class);
    assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'nobody'").update())
        .hasStackTraceContaining("never changed");
    assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update())
        .hasStackTraceContaining("never changed");
    assertThatThrownBy(() -> jdbc.sql("truncate audit_entry").update())
        .hasStackTraceContaining("never changed");
  }

  @Test
  void badLimitsAreRefusedByName() {
    var answer = GATEWAY.get("/api/v1/audit?limit=1001", GATEWAY.admin());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().toString()).contains("limit", "1 to 1000");
  }

  private static boolean is(JsonNode entry, String message) {
    return entry.path("messageId").asString("").equals(message);
  }

  private static List<JsonNode> entries(String token) {
    var entries = new ArrayList<JsonNode>();
    GATEWAY.get("/api/v1/audit?limit=1000", token).body().path("items").forEach(entries::add);
    return entries;
  }

  private byte[] encoded(String id, String reason) {
    ChangeRecorded change = change(reason);
    return codec.encode(new Envelope<>(id, change.at(), change.at(), null, null, change));
  }

  private static ChangeRecorded change(String reason) {
    return new ChangeRecorded(
        "risk-service",
        "person:alice",
        "halt-lifted",
        "all/drill",
        reason,
        null,
        "{\"a\":1}",
        Instant.parse("2026-01-05T10:00:00.123456789Z"));
  }
}
