package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.RestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TestTokens;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** One order is let through one check by two persons, once, and not for long. */
class OverridesIT {
  private static final AccountId ACCOUNT = new AccountId("override-0");
  private static final String OVERRIDES = "/api/v1/overrides";

  private static RiskSuite suite;
  private static ConfigurableApplicationContext risk;

  @BeforeAll
  static void start() {
    suite = new RiskSuite(List.of(ACCOUNT));
    suite.market(List.of(ACCOUNT));
    suite.keepTicking();
    risk = suite.start("override");
    suite.liftInitialHalt(risk);
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void letsTheOrderThroughOnceWhereASecondPersonAgrees() {
    try (TopicTail told = suite.kafka.tail(Topic.ORDERS, Topic.DECISIONS, Topic.AUDIT)) {
      RestAnswer proposed = propose("tina", "2000000", "ORDER_QUANTITY", "PT5M");
      assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
      String id = proposed.json().path("id").asString();
      String order = proposed.json().path("clientOrderId").asString();

      assertThat(approve("tina", id).status()).isEqualTo(409);
      // Of the limits that it breaks one is named, and the others hold.
      RestAnswer denied = approved(id);
      assertThat(denied.json().path("outcome").asString()).isEqualTo("ORDER_VALUE");

      String fits = propose("tina", "3000", "ORDER_QUANTITY", "PT5M").json().path("id").asString();
      assertThat(limits("1000").status()).isEqualTo(200);
      RestAnswer accepted = approved(fits);
      assertThat(accepted.json().path("outcome").asString()).isEqualTo("ACCEPTED");
      assertThat(accepted.json().path("decidedBy").asString()).isEqualTo("ruth");
      String sent = accepted.json().path("clientOrderId").asString();
      assertThat(sent).isNotEqualTo(order);
      SeenRecord submit = told.await(r -> r.body().path("clientOrderId").asString("").equals(sent));
      assertThat(submit.body().path("quantity").asString()).isEqualTo("3000");
      SeenRecord decision =
          told.await(
              r ->
                  r.type().equals("signal-accepted")
                      && r.body().path("clientOrderId").asString("").equals(sent));
      assertThat(decision.body().toString()).contains("\"override\":\"" + fits + "\"");
      told.await(r -> r.body().path("action").asString("").equals("override-approved"));
      assertThat(approve("ruth", fits).status()).isEqualTo(409);
      assertThat(approve("paul", fits).status()).isEqualTo(409);
      reportTellsWhatDenied();
    } finally {
      limits("1000000");
    }
  }

  @Test
  void expiresAndCanBeRefusedAndIsNotForEveryOrder() {
    String late = propose("tina", "1000", "ORDER_VALUE", "PT0.2S").json().path("id").asString();
    Awaitility.await()
        .pollDelay(Duration.ofMillis(300))
        .until(() -> approve("ruth", late).text().contains("could be approved until"));

    String refused = propose("tina", "1000", "ORDER_VALUE", "PT5M").json().path("id").asString();
    RestAnswer answer = refuse("ruth", refused);
    assertThat(answer.json().path("state").asString()).isEqualTo("REFUSED");
    assertThat(approve("paul", refused).status()).isEqualTo(409);
    assertThat(refuse("ruth", refused).status()).isEqualTo(409);

    assertThat(propose("tina", "1000", "HALTED", "PT5M").firstWrongField()).isEqualTo("check");
    assertThat(propose("tina", "1000", "ORDER_VALUE", "PT2H").firstWrongField())
        .isEqualTo("validFor");
    assertThat(propose("tina", "-1", "ORDER_VALUE", "PT5M").firstWrongField())
        .isEqualTo("quantity");
    assertThat(approve("ruth", "no-such").status()).isEqualTo(404);
    assertThat(as("ann", "VIEWER").post(OVERRIDES, "{}").status()).isEqualTo(403);
    assertThat(
            as("tom", "TRADER")
                .post(OVERRIDES + "/" + late + "/approve", "{\"reason\":\"x\"}")
                .status())
        .isEqualTo(403);
    assertThat(as("ann", "VIEWER").get(OVERRIDES + "?account=" + ACCOUNT).text())
        .contains(late, refused);
  }

  private static void reportTellsWhatDenied() {
    String period =
        "from=" + Instant.now().minusSeconds(600) + "&to=" + Instant.now().plusSeconds(9);
    JsonNode report =
        as("ruth", "RISK_MANAGER").get("/api/v1/controls?" + period).json().path("items").get(0);
    assertThat(report.path("account").asString()).isEqualTo(ACCOUNT.value());
    assertThat(report.path("limits").path("maximumOrderQuantity").asString()).isEqualTo("1000");
    assertThat(report.path("changedBy").asString()).isEqualTo("ruth");
    assertThat(report.path("decided").asLong()).isEqualTo(2);
    assertThat(report.path("accepted").asLong()).isEqualTo(1);
    assertThat(report.path("denials").get(0).path("check").asString()).isEqualTo("ORDER_VALUE");
    assertThat(report.path("denials").get(0).path("count").asLong()).isEqualTo(1);
    assertThat(report.path("overrides").path("ACCEPTED").asLong()).isEqualTo(1);
    assertThat(
            as("ruth", "RISK_MANAGER")
                .get("/api/v1/controls?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z")
                .firstWrongField())
        .isEqualTo("to");
  }

  private static RestClient as(String user, String role) {
    return suite.rest(risk).as(TestTokens.shared().of(user, role));
  }

  private static RestAnswer propose(String who, String quantity, String check, String validFor) {
    return as(who, "TRADER")
        .post(
            OVERRIDES,
            """
            {"account":"%s","instrument":"EURUSD.SIM","side":"BUY","type":"LIMIT",
             "quantity":"%s","limitPrice":"1.09000","timeInForce":"GTC","check":"%s",
             "validFor":"%s","reason":"a client's hedge"}
            """
                .formatted(ACCOUNT, quantity, check, validFor));
  }

  /** Of the first that risk can decide on. */
  private static RestAnswer approved(String id) {
    return Awaitility.await().until(() -> approve("ruth", id), answer -> answer.status() == 200);
  }

  private static RestAnswer approve(String who, String id) {
    return decide(who, id, "approve");
  }

  private static RestAnswer refuse(String who, String id) {
    return decide(who, id, "refuse");
  }

  private static RestAnswer decide(String who, String id, String what) {
    return as(who, "RISK_MANAGER")
        .post(OVERRIDES + "/" + id + "/" + what, "{\"reason\":\"looked at it\"}");
  }

  private static RestAnswer limits(String orderQuantity) {
    return as("ruth", "RISK_MANAGER")
        .call("PUT", "/api/v1/limits/" + ACCOUNT, Seeds.limits(orderQuantity, "test", null));
  }
}
