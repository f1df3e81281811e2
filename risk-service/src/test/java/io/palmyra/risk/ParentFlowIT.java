package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.order.ExecutionAlgorithm;
import io.palmyra.contracts.order.Iceberg;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.order.Twap;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.RestAnswer;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Orders that are worked off in children, on real Kafka and PostgreSQL, across a restart. */
class ParentFlowIT {
  private static final AccountId ACCOUNT = new AccountId("parents-0");
  private static final AccountId OTHER = new AccountId("parents-1");

  @Test
  void worksATwapOffAcrossARestartAndAnIcebergUntilItIsCanceled() {
    try (var suite = new RiskSuite(List.of(ACCOUNT, OTHER));
        TopicTail decisions = suite.kafka.tail(Topic.DECISIONS);
        TopicTail orders = suite.kafka.tail(Topic.ORDERS)) {
      suite.market(List.of(ACCOUNT, OTHER));
      suite.keepTicking();
      var one = suite.start("one");
      suite.liftInitialHalt(one);

      var twap = request(ACCOUNT, "twap", "3000", new Twap(Duration.ofSeconds(36), 3));
      suite.signal(twap);
      suite.signal(twap);
      var iceberg = request(OTHER, "iceberg", "3000", new Iceberg(Quantity.of("1000")));
      suite.signal(iceberg);
      SeenRecord first = orders.await(childOf(twap));
      SeenRecord shown = orders.await(childOf(iceberg));
      assertThat(shown.body().path("quantity").asString()).isEqualTo("1000");
      suite.orderEvent(filled(first));
      awaitFilled(suite, one, parentOf(twap), "1000");
      suite.stop(one);

      var two = suite.start("two");
      cancelsTheIceberg(suite, two, orders, decisions, iceberg, shown);
      var worked = new ArrayList<SeenRecord>(List.of(first));
      while (worked.size() < 3) {
        SeenRecord next = orders.await(childOf(twap).and(record -> !isAmong(record, worked)));
        suite.orderEvent(filled(next));
        worked.add(next);
      }

      SeenRecord ended = decisions.await(ofType("parent-ended").and(of(ACCOUNT)));
      assertThat(ended.body().path("reason").asString()).isEqualTo("FILLED");
      assertThat(ended.body().path("filled").asString()).isEqualTo("3000");
      orders.during(Duration.ofSeconds(2));
      assertThat(sizes(orders, twap)).containsExactly("1000", "1000", "1000");
      assertThat(sizes(orders, iceberg)).containsExactly("1000");
      JsonNode stored = parent(suite, two, parentOf(twap)).json();
      assertThat(stored.path("ended").asBoolean()).isTrue();
      assertThat(stored.path("slices").size()).isEqualTo(3);
      assertThat(cancel(suite, two, parentOf(twap)).status()).isEqualTo(409);
    }
  }

  /** Nobody but a trader of the account; its open child goes, and none comes after it. */
  private static void cancelsTheIceberg(
      RiskSuite suite,
      ConfigurableApplicationContext risk,
      TopicTail orders,
      TopicTail decisions,
      OrderRequested iceberg,
      SeenRecord shown) {
    String path = "/api/v1/parents/" + parentOf(iceberg);
    assertThat(suite.rest(risk, "VIEWER").call("DELETE", path, null).status()).isEqualTo(403);
    assertThat(
            suite
                .rest(risk, "TRADER")
                .call("DELETE", "/api/v1/parents/" + "0".repeat(32), null)
                .status())
        .isEqualTo(404);
    // Its partition may still be on its way to this instance.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> cancel(suite, risk, parentOf(iceberg)).status() == 202);
    SeenRecord canceling = orders.await(ofType("cancel-order").and(of(OTHER)));
    assertThat(canceling.body().path("clientOrderId"))
        .isEqualTo(shown.body().path("clientOrderId"));
    suite.orderEvent(
        new OrderCanceled(
            idOf(shown), OTHER, RiskSuite.EURUSD, Instant.now(), Quantity.ZERO, "asked"));
    SeenRecord ended = decisions.await(ofType("parent-ended").and(of(OTHER)));
    assertThat(ended.body().path("reason").asString()).startsWith("CANCELED person:");
    assertThat(ended.body().path("filled").asString()).isEqualTo("0");
  }

  private static RestAnswer cancel(
      RiskSuite suite, ConfigurableApplicationContext risk, String parent) {
    return suite.rest(risk, "TRADER").call("DELETE", "/api/v1/parents/" + parent, null);
  }

  private static RestAnswer parent(
      RiskSuite suite, ConfigurableApplicationContext risk, String parent) {
    return suite.rest(risk, "VIEWER").get("/api/v1/parents/" + parent);
  }

  private static void awaitFilled(
      RiskSuite suite, ConfigurableApplicationContext risk, String parent, String quantity) {
    Awaitility.await()
        .until(
            () -> parent(suite, risk, parent).json().path("filled").asString("").equals(quantity));
  }

  private static OrderRequested request(
      AccountId account, String key, String quantity, ExecutionAlgorithm algorithm) {
    return new OrderRequested(
        SignalId.of(RiskSuite.SMA, account, key),
        account,
        RiskSuite.SMA,
        RiskSuite.EURUSD,
        Side.BUY,
        OrderType.LIMIT,
        Quantity.of(quantity),
        Price.of("1.10000"),
        null,
        null,
        TimeInForce.GTC,
        false,
        algorithm,
        null,
        Instant.now().plusSeconds(60),
        List.of());
  }

  /** All of a child at once. */
  private static OrderFilled filled(SeenRecord child) {
    JsonNode body = child.body();
    var execution = new ExecutionId("x-" + idOf(child).value().substring(0, 8));
    Quantity quantity = Quantity.of(body.path("quantity").asString());
    return new OrderFilled(
        idOf(child),
        ACCOUNT,
        RiskSuite.EURUSD,
        Instant.now(),
        new VenueOrderId("v-" + execution.value()),
        new SignalId(body.path("signalId").asString()),
        RiskSuite.SMA,
        Side.BUY,
        FillId.of(new VenueId("SIMULATED"), ACCOUNT, execution),
        execution,
        quantity,
        Price.of("1.10000"),
        quantity,
        Quantity.ZERO,
        Money.zero(Currency.USD),
        Liquidity.MAKER,
        Instant.now());
  }

  private static String parentOf(OrderRequested request) {
    return ClientOrderId.of(request.signalId(), 0, 0, 0).value();
  }

  private static ClientOrderId idOf(SeenRecord order) {
    return new ClientOrderId(order.body().path("clientOrderId").asString());
  }

  private static Predicate<SeenRecord> childOf(OrderRequested request) {
    return ofType("submit-order")
        .and(record -> record.body().path("parent").asString("").equals(parentOf(request)));
  }

  private static boolean isAmong(SeenRecord order, List<SeenRecord> others) {
    return others.stream().map(ParentFlowIT::idOf).anyMatch(idOf(order)::equals);
  }

  /** Each message once: an outbox that is taken over sends again what may not have left. */
  private static List<String> sizes(TopicTail orders, OrderRequested request) {
    var ids = new HashSet<String>();
    return orders.seen().stream()
        .filter(childOf(request))
        .filter(record -> ids.add(record.envelope().path("id").asString()))
        .map(record -> record.body().path("quantity").asString())
        .toList();
  }

  private static Predicate<SeenRecord> of(AccountId account) {
    return record -> account.value().equals(record.key());
  }

  private static Predicate<SeenRecord> ofType(String type) {
    return record -> record.type().equals(type);
  }
}
