package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.contracts.value.Price;
import io.palmyra.contracts.value.Quantity;
import io.palmyra.execution.application.OrderViews.OrderView;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import io.palmyra.testing.WithServers;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an order on its topic to its fill, over the real venue protocol, Kafka and PostgreSQL. */
@WithServers
class OrderFlowIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AccountId FLOW = new AccountId("flow");
  private static final AccountId TWICE = new AccountId("twice");
  private static final AccountId CANCELED = new AccountId("canceled");
  private static final AccountId HALTED = new AccountId("halted");
  private static final AccountId RESTARTED = new AccountId("restarted");
  private static final AccountId FENCED = new AccountId("fenced");
  private static final AccountId LATE = new AccountId("late");
  private static final AccountId REPLACED = new AccountId("replaced");

  private static VenueFixture venue;
  private static RiskStandIn risk;
  private static ExecutionInstance execution;

  @BeforeAll
  static void start() {
    venue = new VenueFixture();
    risk = new RiskStandIn();
    execution =
        new ExecutionInstance(
            ExecutionInstance.settings(
                venue, FLOW, TWICE, CANCELED, HALTED, RESTARTED, FENCED, REPLACED, LATE));
    venue.tick("1.10000", "1.10010");
    execution.awaitAllArmed(PATIENCE);
  }

  @AfterAll
  static void stop() {
    execution.close();
    risk.close();
    venue.close();
  }

  @Test
  void tellsTheWholeLifeOfAnOrderInSequence() {
    try (var kafka = new KafkaTestClient();
        TopicTail events = kafka.all(Topic.ORDER_EVENTS, Topic.FILLS, Topic.ACCOUNT_EVENTS)) {
      ClientOrderId id = risk.market(FLOW, "one", "1000");
      awaitVenue(FLOW, 1);
      venue.tick("1.10000", "1.10020");
      awaitState(id, "FILLED");

      List<SeenRecord> told =
          events.awaitCount(6, each -> each.key().equals("flow") && !each.topic().equals("fills"));
      assertThat(told)
          .extracting(SeenRecord::type)
          .containsExactlyInAnyOrder(
              "cash-deposited",
              "cash-reported",
              "order-pending",
              "order-submitted",
              "order-accepted",
              "order-filled");
      SeenRecord fill =
          events.await(each -> each.type().equals("fill-recorded") && each.key().equals("flow"));
      assertThat(fill.body().get("lastPrice").asString()).isEqualTo("1.10020");
      assertThat(
              told.stream()
                  .filter(each -> each.topic().equals("order-events"))
                  .map(each -> each.envelope().get("sequence").asLong()))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 4).boxed().toList());
    }
    assertThat(venue.books(FLOW, books -> books.position(VenueFixture.EURUSD)).orElseThrow())
        .isEqualTo(Quantity.of("1000"));
  }

  @Test
  void sendsAnOrderOnceHoweverOftenItComes() {
    ClientOrderId id = risk.market(TWICE, "same", "1000");
    risk.market(TWICE, "same", "1000");
    awaitVenue(TWICE, 1);
    risk.market(TWICE, "other", "2000");
    awaitVenue(TWICE, 2);
    venue.tick("1.10000", "1.10010");
    awaitState(id, "FILLED");
    assertThat(venue.orders(TWICE)).hasSize(2);
  }

  @Test
  void refusesAnOrderWhoseCancelCameFirst() {
    risk.cancel(CANCELED, RiskStandIn.id(CANCELED, "late"));
    ClientOrderId id = risk.market(CANCELED, "late", "1000");
    awaitState(id, "DENIED");
    assertThat(order(id).reason()).startsWith("CANCELED_BEFORE");
    assertThat(venue.orders(CANCELED)).isEmpty();
  }

  @Test
  void sendsNothingWhileHaltedAndCancelsWhatIsOpen() {
    ClientOrderId open = risk.limit(HALTED, "open", "1000", "1.00000");
    awaitState(open, "WORKING");
    risk.halt(HaltScope.of(HALTED), "stop", HaltStatus.ACTIVE, true);
    awaitState(open, "CANCELED");
    ClientOrderId id = risk.market(HALTED, "halted", "1000");
    awaitState(id, "DENIED");
    assertThat(order(id).reason()).startsWith("HALTED");
    assertThat(venue.orders(HALTED)).hasSize(1);
  }

  @Test
  void goesOnWithTheBooksOfAVenueThatWasRestarted() {
    ClientOrderId open = risk.limit(RESTARTED, "before", "1000", "1.00000");
    awaitState(open, "WORKING");
    venue.stop();
    venue.start();
    execution.awaitAllArmed(PATIENCE);
    venue.tick("0.99980", "0.99990");
    awaitState(open, "FILLED");
    assertThat(venue.orders(RESTARTED)).hasSize(1);
  }

  @Test
  void goesOnUnderItsNewNameWithNewValuesAcrossAReconnect() {
    ClientOrderId open = risk.limit(REPLACED, "first", "1000", "0.90000");
    awaitState(open, "WORKING");
    ClientOrderId renamed = risk.replace(REPLACED, open, "second", "3000", "0.95000");
    awaitState(open, "REPLACED");
    awaitState(renamed, "WORKING");
    venue.stop();
    venue.start();
    execution.awaitAllArmed(PATIENCE);
    venue.tick("0.94980", "0.94990");
    awaitState(renamed, "FILLED");
    assertThat(order(renamed).averagePrice()).isEqualTo(Price.of("0.9499"));
    assertThat(venue.orders(REPLACED)).hasSize(1);
    assertThat(venue.books(REPLACED, books -> books.position(VenueFixture.EURUSD)).orElseThrow())
        .isEqualTo(Quantity.of("3000"));
    tellsThatAnOrderThatDoesNotWorkGetsNoNewValues(renamed);
  }

  private static void tellsThatAnOrderThatDoesNotWorkGetsNoNewValues(ClientOrderId filled) {
    try (var kafka = new KafkaTestClient();
        TopicTail events = kafka.all(Topic.ORDER_EVENTS)) {
      risk.replace(REPLACED, filled, "third", "4000", "0.96000");
      SeenRecord refused = events.await(each -> each.type().equals("order-replace-rejected"));
      assertThat(refused.body().get("clientOrderId").asString()).isEqualTo(filled.value());
      assertThat(refused.body().get("code").asString()).isEqualTo("NOT_WORKING");
    }
  }

  @Test
  void whatLayOnItsTopicForTooLongIsNotSent() {
    ClientOrderId old =
        risk.market(LATE, "old", RiskStandIn.MAXIMUM_AGE.plus(Duration.ofSeconds(1)));
    ClientOrderId younger = risk.market(LATE, "younger", Duration.ofSeconds(30));
    ClientOrderId ahead = risk.market(LATE, "ahead", Duration.ofMinutes(-10));

    awaitState(old, "DENIED");
    assertThat(order(old).reason()).startsWith("TOO_OLD");
    awaitVenue(LATE, 2);
    assertThat(venue.orders(LATE))
        .extracting(each -> each.request().clientOrderId())
        .containsExactly(younger, ahead);
  }

  @Test
  void databaseRefusesAnOldEpoch() {
    ClientOrderId row = risk.market(FENCED, "row", "1000");
    awaitVenue(FENCED, 1);
    venue.tick("1.10000", "1.10020");
    awaitState(row, "FILLED");
    for (String table : List.of("venue_order", "venue_fill")) {
      String old = "update %1$s set epoch = epoch - 1 where account = 'fenced'";
      String foreign =
          "insert into %1$s select (jsonb_populate_record(t, jsonb_build_object('%2$s', md5('x'),"
              + " 'epoch', epoch - 1))).* from %1$s t where account = 'fenced'";
      String key = table.equals("venue_order") ? "client_order_id" : "fill_id";
      for (String statement : List.of(old, foreign)) {
        assertThatThrownBy(() -> execution.jdbc().update(statement.formatted(table, key)))
            .rootCause()
            .hasMessageContaining("is not the newest");
      }
    }
  }

  private static void awaitVenue(AccountId account, int orders) {
    await().atMost(PATIENCE).until(() -> venue.orders(account).size() >= orders);
  }

  private static void awaitState(ClientOrderId id, String state) {
    execution.awaitState(id, state, PATIENCE);
  }

  private static OrderView order(ClientOrderId id) {
    return execution.orders().one(id).orElseThrow();
  }
}
