package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.TopicTail;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The firm's limits, shared out over two accounts that begin with a million each. */
class FirmLimitsIT {
  private static final AccountId FIRST = new AccountId("firm-a");
  private static final AccountId SECOND = new AccountId("firm-b");
  private static final String FIRM = "/api/v1/firm-limits/USD";

  private static RiskSuite suite;
  private static ConfigurableApplicationContext risk;

  @BeforeAll
  static void start() {
    suite = new RiskSuite(List.of(FIRST, SECOND));
    risk = suite.start("firm");
  }

  @AfterAll
  static void stop() {
    suite.close();
  }

  @Test
  void accountsTogetherAreNeverAllowedMoreThanTheFirm() {
    RestAnswer below = firm("1999999.99", "5000000", "too low");
    assertThat(below.status()).isEqualTo(400);
    assertThat(below.firstWrongField()).isEqualTo("maximumGross");
    assertThat(below.text()).contains("at least 2000000");

    try (TopicTail audit = suite.kafka.tail(Topic.AUDIT)) {
      assertThat(firm("3000000", "5000000", "from the capital").status()).isEqualTo(200);
      audit.await(r -> r.body().path("action").asString("").equals("firm-limit-changed"));
    }
    RestAnswer more = account(FIRST, "2000000.01");
    assertThat(more.status()).isEqualTo(400);
    assertThat(more.firstWrongField()).isEqualTo("exposure.maximumGross");
    assertThat(more.text()).contains("3000000.01", "3000000");
    assertThat(gross(FIRST)).isEqualTo("1000000.00000000");

    // Each alone would fit.
    var together = new CyclicBarrier(2);
    List<CompletableFuture<RestAnswer>> asked =
        List.of(FIRST, SECOND).stream()
            .map(account -> CompletableFuture.supplyAsync(() -> atOnce(together, account)))
            .toList();
    assertThat(asked.stream().map(answer -> answer.join().status()))
        .containsExactlyInAnyOrder(200, 400);
    assertThat(List.of(gross(FIRST), gross(SECOND)))
        .containsExactlyInAnyOrder("2000000.00000000", "1000000.00000000");

    assertThat(firm("2999999", "5000000", "less").status()).isEqualTo(400);
    assertThat(firm("4000000", "2000000", "net as it is").status()).isEqualTo(200);
    assertThat(suite.rest(risk, "RISK_MANAGER").get(FIRM + "/history").json().path("items").size())
        .isEqualTo(2);
  }

  @Test
  void refusesWhatIsNoLimitAndWhatOthersChanged() {
    String euro = "/api/v1/firm-limits/EUR";
    RestAnswer wrong = put(euro, "{\"maximumGross\":\"-1\",\"maximumNet\":\"1\",\"reason\":\"x\"}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.firstWrongField()).isEqualTo("maximumGross");
    String fine = "{\"maximumGross\":\"1\",\"maximumNet\":\"1\",\"reason\":\"x\",\"version\":%d}";
    assertThat(put(euro, fine.formatted(0)).status()).isEqualTo(200);
    assertThat(put(euro, fine.formatted(0)).status()).isEqualTo(409);
    assertThat(put(euro, fine.formatted(1)).json().path("version").asInt()).isEqualTo(2);
    assertThat(put("/api/v1/firm-limits/nothing", fine.formatted(0)).status()).isEqualTo(400);
  }

  private static RestAnswer atOnce(CyclicBarrier together, AccountId account) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return account(account, "2000000");
  }

  private static RestAnswer firm(String gross, String net, String reason) {
    return put(
        FIRM,
        "{\"maximumGross\":\"%s\",\"maximumNet\":\"%s\",\"reason\":\"%s\"}"
            .formatted(gross, net, reason));
  }

  private static RestAnswer account(AccountId account, String gross) {
    return put(
        "/api/v1/limits/" + account,
        Seeds.limits("5000", "more", null)
            .replace("\"maximumGross\":\"1000000\"", "\"maximumGross\":\"" + gross + "\""));
  }

  private static RestAnswer put(String path, String body) {
    return suite.rest(risk, "RISK_MANAGER").call("PUT", path, body);
  }

  private static String gross(AccountId account) {
    return suite
        .rest(risk, "RISK_MANAGER")
        .get("/api/v1/limits?account=" + account)
        .json()
        .path("items")
        .path(0)
        .path("exposure")
        .path("maximumGross")
        .asString();
  }
}
