package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A kill tells what it left; flattening is an act of its own. */
class KillIT {
  private static final AccountId ACCOUNT = new AccountId("killed-0");

  @Test
  void tellsOpenOrdersAndPositionsOfItsScopeUntilTheyAreGone() {
    try (var suite = new RiskSuite(List.of(ACCOUNT));
        TopicTail orders = suite.kafka.tail(Topic.ORDERS)) {
      suite.market(List.of(ACCOUNT));
      suite.keepTicking();
      var risk = suite.start("one");
      suite.liftInitialHalt(risk);
      suite.orderEvent(suite.filled(ACCOUNT, "held", Side.BUY, "3000"));
      suite.signal(suite.order(ACCOUNT, "waits", "2000"));
      SeenRecord order = orders.await(record -> ACCOUNT.value().equals(record.key()));

      String halt = kill(suite, risk, "account:" + ACCOUNT);
      JsonNode left = left(suite, risk, halt);
      assertThat(left.path("canceled").asBoolean()).isFalse();
      assertThat(left.path("orders").size()).isEqualTo(1);
      assertThat(left.path("orders").get(0).path("leavesQuantity").asString()).isEqualTo("2000");
      assertThat(left.path("positions").get(0).path("quantity").asString()).isEqualTo("3000");
      String other = kill(suite, risk, "instrument:GBPUSD.SIM");
      assertThat(left(suite, risk, other).path("orders").size()).isZero();
      assertThat(left(suite, risk, other).path("positions").size()).isZero();

      suite.orderEvent(
          new OrderCanceled(
              new ClientOrderId(order.body().path("clientOrderId").asString()),
              ACCOUNT,
              RiskSuite.EURUSD,
              Instant.now(),
              Quantity.ZERO,
              "halt"));
      Awaitility.await().until(() -> left(suite, risk, halt).path("canceled").asBoolean());
      var flattened =
          suite
              .rest(risk, "RISK_MANAGER")
              .post(
                  "/api/v1/halts/flatten",
                  "{\"halt\":\"%s\",\"reason\":\"close\"}".formatted(halt));
      assertThat(flattened.status()).as("%s", flattened).isEqualTo(200);
      SeenRecord closing =
          orders.await(record -> ACCOUNT.value().equals(record.key()) && !record.equals(order));
      assertThat(closing.body().path("side").asString()).isEqualTo("SELL");
      assertThat(closing.body().path("quantity").asString()).isEqualTo("3000");
      assertThat(closing.body().path("authorisedByHalt").asString()).isEqualTo(halt);
      assertThat(suite.rest(risk, "VIEWER").get("/api/v1/halts/left?halt=all/no-such").status())
          .isEqualTo(404);
    }
  }

  private static String kill(RiskSuite suite, ConfigurableApplicationContext risk, String scope) {
    var answer =
        suite
            .rest(risk, "RISK_MANAGER")
            .post(
                "/api/v1/halts",
                "{\"scope\":\"%s\",\"mode\":\"HALTED\",\"reason\":\"kill\",\"cancelOrders\":true}"
                    .formatted(scope));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json().path("halt").asString();
  }

  private static JsonNode left(RiskSuite suite, ConfigurableApplicationContext risk, String halt) {
    String path = "/api/v1/halts/left?halt=" + URLEncoder.encode(halt, StandardCharsets.UTF_8);
    return Awaitility.await()
        .until(() -> suite.rest(risk, "VIEWER").get(path), answer -> answer.status() == 200)
        .json();
  }
}
