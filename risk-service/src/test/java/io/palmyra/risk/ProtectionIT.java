package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Positions that are closed by themselves, on real Kafka and PostgreSQL, across a restart. */
class ProtectionIT {
  private static final AccountId ACCOUNT = new AccountId("guarded-0");
  private static final AccountId OTHER = new AccountId("guarded-1");

  @Test
  void closesWhatLostItsShareAcrossARestartAndInTheNameOfAHalt() {
    try (var suite = new RiskSuite(List.of(ACCOUNT, OTHER));
        TopicTail orders = suite.kafka.tail(Topic.ORDERS);
        TopicTail alerts = suite.kafka.tail(Topic.ALERTS)) {
      suite.market(List.of(ACCOUNT, OTHER));
      suite.keepTicking();
      var one = suite.start("one");
      suite.liftInitialHalt(one);
      protect(suite, one, ACCOUNT, "{\"stopLoss\":\"0.01\",\"trailingStop\":\"0.02\"}");
      suite.orderEvent(suite.filled(ACCOUNT, "opened", Side.BUY, "3000"));
      await(suite, one, ACCOUNT, "best", "1.10020");
      suite.move("1.11500");
      await(suite, one, ACCOUNT, "best", "1.11500");
      suite.stop(one);

      suite.move("1.11000");
      var two = suite.start("two");
      await(suite, two, ACCOUNT, "best", "1.11500");
      await(suite, two, ACCOUNT, "trailingStop", "1.09270");
      assertThat(sent(orders.during(Duration.ofSeconds(1)), ACCOUNT)).isEmpty();
      String halt = halt(suite, two);
      suite.move("1.09270");

      SeenRecord exit = orders.await(of(ACCOUNT));
      assertThat(exit.body().path("side").asString()).isEqualTo("SELL");
      assertThat(exit.body().path("quantity").asString()).isEqualTo("3000");
      assertThat(exit.body().path("reduceOnly").asBoolean()).isTrue();
      assertThat(exit.body().path("authorisedByHalt").asString()).isEqualTo(halt);
      assertThat(exit.body().path("source").asString()).isEqualTo("service:protection");
      alerts.await(record -> record.body().path("code").asString().equals("PROTECTIVE_EXIT"));
      // It is being closed: nothing more goes while that order works, and it stays met.
      suite.move("1.20000");
      assertThat(sent(orders.during(Duration.ofSeconds(3)), ACCOUNT)).hasSize(1);
      await(suite, two, ACCOUNT, "closing", "TRAILING_STOP");
    }
  }

  @Test
  void closesAllAndHaltsTheAccountOnceItLostTooMuch() {
    var account = new AccountId("guarded-2");
    try (var suite = new RiskSuite(List.of(account));
        TopicTail orders = suite.kafka.tail(Topic.ORDERS);
        TopicTail control = suite.kafka.tail(Topic.CONTROL)) {
      suite.market(List.of(account));
      suite.keepTicking();
      var one = suite.start("one");
      suite.liftInitialHalt(one);
      protect(suite, one, account, "{\"portfolioStop\":\"0.03\"}");
      suite.orderEvent(suite.filled(account, "opened", Side.BUY, "2000"));
      await(suite, one, account, "side", "BUY");
      suite.equity(account, "100000");
      Awaitility.await().until(() -> peak(suite, one, account).startsWith("100000"));
      suite.equity(account, "97000.01");
      assertThat(sent(orders.during(Duration.ofSeconds(1)), account)).isEmpty();
      suite.equity(account, "97000");

      SeenRecord exit = orders.await(of(account));
      assertThat(exit.body().path("quantity").asString()).isEqualTo("2000");
      SeenRecord halt =
          control.await(record -> record.body().path("reason").asString("").contains("PORTFOLIO"));
      assertThat(halt.body().path("cancelOrders").asBoolean()).isTrue();
      assertThat(halt.body().path("scope").asString()).isEqualTo("account:guarded-2");
      suite.stop(one);

      var two = suite.start("two");
      await(suite, two, account, "closing", "PORTFOLIO_STOP");
      // It was measured by what is stored: the stop holds until a person lifts its halt.
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> lift(suite, two, halt.key()) == 200);
      suite.equity(account, "96000");
      assertThat(
              control.during(Duration.ofSeconds(2)).stream()
                  .filter(record -> record.body().path("reason").asString("").contains("PORTFOLIO"))
                  .filter(record -> record.body().path("status").asString().equals("ACTIVE")))
          .as("measured anew from where the person lifted it")
          .hasSize(1);
    }
  }

  private static String peak(
      RiskSuite suite, ConfigurableApplicationContext risk, AccountId account) {
    return suite
        .rest(risk, "VIEWER")
        .get("/api/v1/tiers?account=" + account)
        .json()
        .path("items")
        .path(0)
        .path("peak")
        .asString("");
  }

  private static int lift(RiskSuite suite, ConfigurableApplicationContext risk, String key) {
    return suite
        .rest(risk, "RISK_MANAGER")
        .post("/api/v1/halts/lift", "{\"halt\":\"%s\",\"reason\":\"looked\"}".formatted(key))
        .status();
  }

  private static void protect(
      RiskSuite suite, ConfigurableApplicationContext risk, AccountId account, String protection) {
    var answer =
        suite
            .rest(risk, "RISK_MANAGER")
            .call(
                "PUT",
                "/api/v1/limits/" + account,
                Seeds.limits("1000000", "protect", null, protection));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private static String halt(RiskSuite suite, ConfigurableApplicationContext risk) {
    var answer =
        suite
            .rest(risk, "RISK_MANAGER")
            .post(
                "/api/v1/halts",
                "{\"scope\":\"account:%s\",\"mode\":\"HALTED\",\"reason\":\"drill\",\"cancelOrders\":false}"
                    .formatted(ACCOUNT));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json().path("halt").asString();
  }

  private static void await(
      RiskSuite suite,
      ConfigurableApplicationContext risk,
      AccountId account,
      String field,
      String value) {
    Awaitility.await(field + " of " + account + " is " + value)
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(
                        suite
                            .rest(risk, "VIEWER")
                            .get("/api/v1/protection?account=" + account)
                            .json()
                            .path("items")
                            .path(0)
                            .path(field)
                            .asString(""))
                    .startsWith(value));
  }

  private static Predicate<SeenRecord> of(AccountId account) {
    return record -> account.value().equals(record.key());
  }

  private static List<SeenRecord> sent(List<SeenRecord> seen, AccountId account) {
    return seen.stream().filter(of(account)).toList();
  }
}
