package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.id.ExecutionId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.venue.VenueEvent;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import io.palmyra.testing.WithServers;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A venue that takes few messages a second, and one that takes fills back. */
@WithServers
class VenueMannersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final AccountId PACED = new AccountId("paced");
  private static final AccountId BUSTED = new AccountId("busted");
  private static final int PER_SECOND = 10;
  private static final int LEFT_TO_ORDERS = 8;
  private static final int ORDERS = 30;

  private static VenueFixture venue;
  private static RiskStandIn risk;
  private static ExecutionInstance execution;

  @BeforeAll
  static void start() {
    venue = new VenueFixture(PER_SECOND);
    risk = new RiskStandIn();
    execution = new ExecutionInstance(ExecutionInstance.settings(venue, PACED, BUSTED));
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
  void ordersWaitForTheVenuesPaceAndACancelDoesNot() {
    try (var kafka = new KafkaTestClient();
        TopicTail told = kafka.all(Topic.ORDER_EVENTS)) {
      List<ClientOrderId> ids =
          IntStream.range(0, ORDERS)
              .mapToObj(i -> risk.limit(PACED, "limit-" + i, "1000", "1.0" + (1000 + i)))
              .toList();
      execution.awaitState(ids.getFirst(), "WORKING", PATIENCE);
      risk.cancel(PACED, ids.getFirst());
      execution.awaitState(ids.getFirst(), "CANCELED", PATIENCE);
      assertThat(venue.orders(PACED)).as("orders wait still").hasSizeLessThan(ORDERS);

      List<Instant> sent =
          told.awaitCount(ORDERS, each -> isOf(PACED, "order-submitted", each)).stream()
              .map(each -> Instant.parse(each.body().path("at").asString()))
              .sorted()
              .toList();
      for (int i = LEFT_TO_ORDERS; i < ORDERS; i++) {
        assertThat(Duration.between(sent.get(i - LEFT_TO_ORDERS), sent.get(i)))
            .as("from order %s to %s", i - LEFT_TO_ORDERS, i)
            .isGreaterThan(Duration.ofSeconds(1));
      }
    }
  }

  @Test
  void aFillThatTheVenueTakesBackIsTakenOutOnce() {
    try (var kafka = new KafkaTestClient();
        TopicTail told = kafka.all(Topic.ORDER_EVENTS, Topic.FILLS)) {
      ClientOrderId id = risk.market(BUSTED, "one", "1000");
      await().atMost(PATIENCE).until(() -> venue.orders(BUSTED).size() == 1);
      venue.tick("1.10000", "1.10010");
      execution.awaitState(id, "FILLED", PATIENCE);
      ExecutionId fill =
          ((VenueEvent.Executed) venue.fills(BUSTED).getFirst().event()).executionId();

      venue.bust(BUSTED, fill);

      SeenRecord corrected = told.await(each -> isOf(BUSTED, "fill-corrected", each));
      assertThat(corrected.body().path("clientOrderId").asString()).isEqualTo(id.value());
      assertThat(corrected.body().path("quantity").asString()).isEqualTo("0");
      SeenRecord amended = told.await(each -> isOf(BUSTED, "fill-amended", each));
      assertThat(amended.body().path("quantity").asString()).isEqualTo("0");
      assertThat(new BigDecimal(amended.body().path("fee").path("amount").asString())).isZero();
      assertThat(held()).isEqualTo("0");
      execution.awaitState(id, "FILLED", PATIENCE);
      venue.stop();
      await().atMost(PATIENCE).until(() -> !execution.armed(BUSTED));
      venue.start();
      await().atMost(PATIENCE).until(() -> execution.armed(BUSTED));
      assertThat(held()).isEqualTo("0");
      assertThat(told.seen().stream().filter(each -> isOf(BUSTED, "fill-amended", each)))
          .hasSize(1);
    }
  }

  private static boolean isOf(AccountId account, String type, SeenRecord each) {
    return account.value().equals(each.key()) && each.type().equals(type);
  }

  private static String held() {
    return execution
        .jdbc()
        .queryForObject(
            "select trim_scale(sum(case side when 'BUY' then quantity else -quantity end))::text"
                + " from venue_fill where account = 'busted'",
            String.class);
  }
}
