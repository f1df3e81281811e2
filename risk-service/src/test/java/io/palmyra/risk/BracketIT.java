package io.palmyra.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.palmyra.contracts.fill.Liquidity;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.id.FillId;
import io.palmyra.contracts.id.SignalId;
import io.palmyra.contracts.id.SignalSource;
import io.palmyra.contracts.id.VenueId;
import io.palmyra.contracts.id.VenueOrderId;
import io.palmyra.contracts.order.Bracket;
import io.palmyra.contracts.order.OrderType;
import io.palmyra.contracts.order.TimeInForce;
import io.palmyra.contracts.orderevent.OrderCanceled;
import io.palmyra.contracts.orderevent.OrderFilled;
import io.palmyra.contracts.signal.OrderRequested;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Currency;
import io.palmyra.contracts.value.Money;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.contracts.value.Side;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Orders with exits of their own, on real Kafka and PostgreSQL, across a restart. */
class BracketIT {
  private static final AccountId ACCOUNT = new AccountId("bracketed-0");

  @Test
  void oneExitClosesWhatFilledInPartsAcrossARestartAndTheOtherNeverGoes() {
    try (var suite = new RiskSuite(List.of(ACCOUNT));
        TopicTail orders = suite.kafka.tail(Topic.ORDERS)) {
      suite.market(List.of(ACCOUNT));
      suite.keepTicking();
      var one = suite.start("one");
      suite.liftInitialHalt(one);
      var wanted = bracketed("1.20000", "1.09500");
      suite.signal(wanted);
      SeenRecord entry = orders.await(ofAccount());
      // What others hold of the instrument is none of the bracket's.
      suite.orderEvent(suite.filled(ACCOUNT, "held-before", Side.BUY, "5000"));
      suite.orderEvent(filled(entry, Side.BUY, "2000", "2000", "1000"));
      await(suite, one, "filled", "2000");
      suite.stop(one);

      var two = suite.start("two");
      await(suite, two, "filled", "2000");
      suite.orderEvent(
          new OrderCanceled(
              idOf(entry), ACCOUNT, RiskSuite.EURUSD, Instant.now(), Quantity.of("2000"), "asked"));
      suite.move("1.09510");
      assertThat(exits(orders.during(Duration.ofSeconds(1)))).isEmpty();
      suite.move("1.09500");
      SeenRecord exit = orders.await(otherThan(entry));
      assertThat(exit.body().path("side").asString()).isEqualTo("SELL");
      assertThat(exit.body().path("quantity").asString()).isEqualTo("2000");
      assertThat(exit.body().path("reduceOnly").asBoolean()).isTrue();
      // Half of it fills, then the market runs to where the other exit would have been.
      suite.orderEvent(filled(exit, Side.SELL, "1000", "1000", "1000"));
      suite.orderEvent(
          new OrderCanceled(
              idOf(exit), ACCOUNT, RiskSuite.EURUSD, Instant.now(), Quantity.of("1000"), "IOC"));
      suite.move("1.20500");
      SeenRecord rest = orders.await(otherThan(entry, exit));
      assertThat(rest.body().path("quantity").asString()).isEqualTo("1000");
      await(suite, two, "closing", "STOP_LOSS");
      suite.orderEvent(filled(rest, Side.SELL, "1000", "1000", "0"));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> brackets(suite, two).isEmpty());
      assertThat(exits(orders.during(Duration.ofSeconds(2))).stream().map(BracketIT::idOf))
          .containsOnly(idOf(exit), idOf(rest));
    }
  }

  private static OrderRequested bracketed(String profit, String stop) {
    return new OrderRequested(
        SignalId.of(RiskSuite.SMA, ACCOUNT, "bracketed"),
        ACCOUNT,
        RiskSuite.SMA,
        RiskSuite.EURUSD,
        Side.BUY,
        OrderType.LIMIT,
        Quantity.of("3000"),
        Price.of("1.10000"),
        null,
        null,
        TimeInForce.GTC,
        false,
        null,
        new Bracket(Price.of(profit), Price.of(stop), null),
        Instant.now().plusSeconds(60),
        List.of());
  }

  private static OrderFilled filled(
      SeenRecord order, Side side, String last, String cumulative, String leaves) {
    JsonNode body = order.body();
    var execution = new ExecutionId("x-" + idOf(order).value().substring(0, 8) + cumulative);
    return new OrderFilled(
        idOf(order),
        ACCOUNT,
        RiskSuite.EURUSD,
        Instant.now(),
        new VenueOrderId("v-" + execution.value()),
        new SignalId(body.path("signalId").asString()),
        new SignalSource(body.path("source").asString()),
        side,
        FillId.of(new VenueId("SIMULATED"), ACCOUNT, execution),
        execution,
        Quantity.of(last),
        Price.of("1.10000"),
        Quantity.of(cumulative),
        Quantity.of(leaves),
        Money.zero(Currency.USD),
        Liquidity.TAKER,
        Instant.now());
  }

  private static ClientOrderId idOf(SeenRecord order) {
    return new ClientOrderId(order.body().path("clientOrderId").asString());
  }

  private static Predicate<SeenRecord> ofAccount() {
    return record -> ACCOUNT.value().equals(record.key());
  }

  /** By its order: after a restart a writer may publish its last record again. */
  private static Predicate<SeenRecord> otherThan(SeenRecord... seen) {
    return ofAccount()
        .and(record -> Stream.of(seen).noneMatch(each -> idOf(each).equals(idOf(record))));
  }

  private static List<SeenRecord> exits(List<SeenRecord> orders) {
    return orders.stream()
        .filter(ofAccount())
        .filter(order -> order.body().path("source").asString().equals("service:protection"))
        .toList();
  }

  private static JsonNode brackets(RiskSuite suite, ConfigurableApplicationContext risk) {
    return suite
        .rest(risk, "VIEWER")
        .get("/api/v1/protection/brackets?account=" + ACCOUNT)
        .json()
        .path("items");
  }

  private static void await(
      RiskSuite suite, ConfigurableApplicationContext risk, String field, String value) {
    Awaitility.await(field + " is " + value)
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(brackets(suite, risk).path(0).path(field).asString(""))
                    .isEqualTo(value));
  }
}
