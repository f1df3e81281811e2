package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.orderevent.AccountHaltRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Side;
import io.palmyra.local.server.Server;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TestServers;
import io.palmyra.testing.TopicTail;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Halts, limits and who may touch them, on real Kafka and PostgreSQL. */
class RiskControlIT {
  private static final AccountId ACCOUNT = new AccountId("control-a");
  private static final AccountId TIERED = new AccountId("control-t");
  private static RiskSuite suite;
  private static ConfigurableApplicationContext risk;

  @BeforeAll
  static void start() {
    suite = new RiskSuite(List.of(ACCOUNT, TIERED));
    suite.market(List.of(ACCOUNT, TIERED));
    suite.keepTicking();
    risk = suite.start("control");
    suite.liftInitialHalt(risk);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void tradersHaltAndOnlyRiskManagersLift() {
    try (TopicTail control = suite.kafka.tail(Topic.CONTROL);
        TopicTail audit = suite.kafka.tail(Topic.AUDIT)) {
      String body = halt("account:control-a", "REDUCE_ONLY");
      assertThat(suite.rest(risk, "VIEWER").post("/api/v1/halts", body).status()).isEqualTo(403);
      RestAnswer placed = suite.rest(risk, "TRADER").post("/api/v1/halts", body);
      assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
      String key = placed.json().path("halt").asString();
      SeenRecord record = control.await(r -> key.equals(r.key()));
      assertThat(record.body().path("status").asString()).isEqualTo("ACTIVE");
      assertThat(record.body().path("who").asString()).isEqualTo("tester");

      String lift = "{\"halt\":\"" + key + "\",\"reason\":\"looked at it\"}";
      assertThat(suite.rest(risk, "TRADER").post("/api/v1/halts/lift", lift).status())
          .isEqualTo(403);
      assertThat(
              suite
                  .rest(risk, "RISK_MANAGER")
                  .post(
                      "/api/v1/halts/lift",
                      "{\"halt\":\"account:control-a/other\",\"reason\":\"x\"}")
                  .status())
          .isEqualTo(404);
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(suite.rest(risk, "VIEWER").get("/api/v1/halts").text())
                      .contains("\"" + key + "\""));
      RestAnswer lifted = suite.rest(risk, "RISK_MANAGER").post("/api/v1/halts/lift", lift);
      assertThat(lifted.status()).as(lifted.toString()).isEqualTo(200);
      assertThat(lifted.json().path("liftReason").asString()).isEqualTo("looked at it");
      audit.await(r -> r.body().path("action").asString("").equals("halt-placed"));
      audit.await(r -> r.body().path("action").asString("").equals("halt-lifted"));
    }
  }

  @Test
  void haltReachesControlWhilePostgresIsDownAndTheHeartbeatStops() {
    Server postgres = TestServers.shared().servers().postgres();
    RestClient trader = suite.rest(risk, "TRADER");
    trader.post("/api/v1/halts", halt("strategy:warm-up", "HALTED"));
    try (TopicTail control = suite.kafka.tail(Topic.CONTROL)) {
      control.await(beat());
      postgres.kill();
      Duration fastest = Duration.ofDays(1);
      for (int i = 0; i < 3; i++) {
        long began = System.nanoTime();
        RestAnswer placed = trader.post("/api/v1/halts", halt("strategy:down-" + i, "HALTED"));
        assertThat(placed.status()).as(placed.toString()).isEqualTo(201);
        String key = placed.json().path("halt").asString();
        control.await(r -> key.equals(r.key()));
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        fastest = took.compareTo(fastest) < 0 ? took : fastest;
      }
      assertThat(fastest).isLessThan(Duration.ofSeconds(1));

      control.during(Duration.ofSeconds(5));
      long before = control.seen().stream().filter(beat()).count();
      control.during(Duration.ofSeconds(3));
      assertThat(control.seen().stream().filter(beat()).count()).isEqualTo(before);

      postgres.start();
      int seen = control.seen().size();
      control.await(
          r -> beat().test(r) && control.seen().indexOf(r) >= seen, Duration.ofSeconds(60));
    } finally {
      if (!postgres.isRunning()) {
        postgres.start();
      }
    }
  }

  @Test
  void executionsRequestBecomesOneHaltOfTheAccount() {
    try (TopicTail control = suite.kafka.tail(Topic.CONTROL)) {
      var asked =
          new AccountHaltRequested(ACCOUNT, "RECONCILIATION", "cash differs by 1", Instant.now());
      suite.orderEvent(asked);
      suite.orderEvent(asked);
      SeenRecord halt =
          control.await(
              r -> r.key() != null && r.key().startsWith("account:control-a/h-reconciliation-"));
      assertThat(halt.body().path("mode").asString()).isEqualTo("HALTED");
      control.during(Duration.ofSeconds(2));
      assertThat(control.seen().stream().map(SeenRecord::key).filter(halt.key()::equals).distinct())
          .hasSize(1);
      suite
          .rest(risk, "RISK_MANAGER")
          .post("/api/v1/halts/lift", "{\"halt\":\"" + halt.key() + "\",\"reason\":\"ok\"}");
    }
  }

  @Test
  void aStrategyWhoseOrdersFillAgainAndAgainIsHaltedByItsName() {
    try (TopicTail control = suite.kafka.tail(Topic.CONTROL)) {
      IntStream.rangeClosed(1, 100)
          .forEach(i -> suite.orderEvent(suite.filled(ACCOUNT, "again-" + i, Side.BUY, "1000")));
      control.during(Duration.ofSeconds(1));
      assertThat(control.seen()).noneMatch(record -> repeated(record));

      suite.orderEvent(suite.filled(ACCOUNT, "again-101", Side.BUY, "1000"));

      SeenRecord halt = control.await(RiskControlIT::repeated);
      assertThat(halt.body().path("status").asString()).isEqualTo("ACTIVE");
      assertThat(halt.body().path("reason").asString()).contains("more than 100 orders", "BUY");
      suite
          .rest(risk, "RISK_MANAGER")
          .post("/api/v1/halts/lift", "{\"halt\":\"" + halt.key() + "\",\"reason\":\"ok\"}");
    }
  }

  private static boolean repeated(SeenRecord record) {
    return record.key() != null
        && record.key().startsWith(RiskSuite.SMA.value() + "/h-repeated-execution-");
  }

  @Test
  void lossesHaltByTierWhichRiskLiftsBelowEmergencyAndOnlyAPersonAbove() {
    try (TopicTail control = suite.kafka.tail(Topic.CONTROL)) {
      suite.equity(TIERED, "100000");
      awaitTier("NORMAL");
      suite.equity(TIERED, "91000");
      SeenRecord critical = control.await(tier("CRITICAL").and(standing("ACTIVE")));
      assertThat(critical.body().path("mode").asString()).isEqualTo("REDUCE_ONLY");
      assertThat(critical.body().path("cancelOrders").asBoolean()).isFalse();
      awaitTier("CRITICAL");

      Awaitility.await()
          .pollInterval(Duration.ofMillis(300))
          .until(
              () -> {
                suite.equity(TIERED, "99000");
                return tierOf(TIERED).equals("NORMAL");
              });
      SeenRecord over = control.await(tier("CRITICAL").and(standing("LIFTED")));
      assertThat(over.key()).isEqualTo(critical.key());
      assertThat(over.body().path("who").asString()).isEqualTo("service:risk");

      suite.equity(TIERED, "79000");
      SeenRecord emergency = control.await(tier("EMERGENCY").and(standing("ACTIVE")));
      assertThat(emergency.body().path("mode").asString()).isEqualTo("HALTED");
      assertThat(emergency.body().path("cancelOrders").asBoolean()).isTrue();
      suite.equity(TIERED, "120000");
      control.during(Duration.ofSeconds(2));
      assertThat(control.seen()).noneMatch(tier("EMERGENCY").and(standing("LIFTED")));
      awaitTier("EMERGENCY");

      suite
          .rest(risk, "RISK_MANAGER")
          .post(
              "/api/v1/halts/lift",
              "{\"halt\":\"" + emergency.key() + "\",\"reason\":\"looked at it\"}");
      awaitTier("NORMAL");
    }
  }

  private static Predicate<SeenRecord> tier(String tier) {
    return record ->
        record.key() != null
            && record.key().startsWith("account:control-t/tier-")
            && record.body().path("tier").asString("").equals(tier);
  }

  private static Predicate<SeenRecord> standing(String status) {
    return record -> record.body().path("status").asString("").equals(status);
  }

  private static void awaitTier(String tier) {
    Awaitility.await().until(() -> tierOf(TIERED).equals(tier));
  }

  private static String tierOf(AccountId account) {
    return suite
        .rest(risk, "VIEWER")
        .get("/api/v1/tiers?account=" + account)
        .json()
        .path("items")
        .path(0)
        .path("tier")
        .asString("");
  }

  @Test
  void limitsChangeWithRoleAndReasonHoldAtOnceAndTheirHistoryStays() {
    String path = "/api/v1/limits/control-a";
    assertThat(
            suite.rest(risk, "TRADER").call("PUT", path, Seeds.limits("5000", "x", null)).status())
        .isEqualTo(403);
    RestAnswer unreasoned =
        suite.rest(risk, "RISK_MANAGER").call("PUT", path, Seeds.limits("5000", " ", null));
    assertThat(unreasoned.status()).isEqualTo(400);
    assertThat(unreasoned.firstWrongField()).isEqualTo("reason");
    RestAnswer wrong =
        suite.rest(risk, "RISK_MANAGER").call("PUT", path, Seeds.limits("-1", "tighter", null));
    assertThat(wrong.firstWrongField()).isEqualTo("maximumOrderQuantity");

    try (TopicTail audit = suite.kafka.tail(Topic.AUDIT);
        TopicTail decisions = suite.kafka.tail(Topic.DECISIONS)) {
      RestAnswer changed =
          suite.rest(risk, "RISK_MANAGER").call("PUT", path, Seeds.limits("5000", "tighter", 1));
      assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
      assertThat(changed.json().path("version").asInt()).isEqualTo(2);
      assertThat(
              suite
                  .rest(risk, "RISK_MANAGER")
                  .call("PUT", path, Seeds.limits("9000", "old", 1))
                  .status())
          .isEqualTo(409);
      audit.await(r -> r.body().path("action").asString("").equals("limits-changed"));

      var order = suite.order(ACCOUNT, "above-the-new-limit", "6000");
      suite.signal(order);
      SeenRecord denied =
          decisions.await(
              r -> r.body().path("signalId").asString("").equals(order.signalId().value()));
      assertThat(denied.body().path("code").asString()).isIn("ORDER_QUANTITY", "HALTED");
      RestAnswer seen =
          suite.rest(risk, "VIEWER").get("/api/v1/decisions?account=control-a&limit=5");
      assertThat(seen.text()).contains(order.signalId().value());
    }
    RestAnswer history = suite.rest(risk, "VIEWER").get(path + "/history");
    assertThat(history.json().path("items").path(0).path("reason").asString()).isEqualTo("tighter");
    var jdbc = risk.getBean(JdbcTemplate.class);
    for (String attack :
        List.of(
            "update limit_change set reason = 'nothing'",
            "delete from limit_change",
            "truncate limit_change")) {
      assertThatThrownBy(() -> jdbc.execute(attack))
          .as(attack)
          .isInstanceOf(DataAccessException.class)
          .hasRootCauseInstanceOf(SQLException.class)
          .rootCause()
          .hasMessageContaining("never changed or deleted");
    }
  }

  private static Predicate<SeenRecord> beat() {
    return r -> "heartbeat/control".equals(r.key());
  }

  private static String halt(String scope, String mode) {
    return "{\"scope\":\"%s\",\"mode\":\"%s\",\"reason\":\"test\",\"cancelOrders\":false}"
        .formatted(scope, mode);
  }
}
