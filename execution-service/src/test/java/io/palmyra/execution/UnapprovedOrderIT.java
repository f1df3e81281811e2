package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.order.SubmitOrder;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.execution.application.PassedOnSession;
import io.palmyra.execution.application.VenueConnector;
import io.palmyra.execution.application.VenueSession;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.SeenRecord;
import io.palmyra.testing.TopicTail;
import io.palmyra.testing.WithServers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Something in execution runs wild and sends what nobody approved. */
@WithServers
class UnapprovedOrderIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final AccountId WILD = new AccountId("wild");
  private static final AccountId TAME = new AccountId("tame");

  private static VenueFixture venue;
  private static RiskStandIn risk;
  private static ExecutionInstance execution;

  @BeforeAll
  static void start() {
    venue = new VenueFixture();
    risk = new RiskStandIn();
    execution =
        new ExecutionInstance(
            ExecutionInstance.settings(venue, WILD, TAME), UnapprovedOrderIT::runningWild);
    venue.tick("1.10000", "1.10010");
    execution.awaitAllArmed(PATIENCE);
  }

  @AfterAll
  static void stop() {
    execution.close();
    risk.close();
    venue.close();
  }

  /** Each order of one account leaves a second time, under a name of its own. */
  private static VenueConnector runningWild(VenueConnector real) {
    return (account, epoch, listener) -> {
      VenueSession session = real.connect(account, epoch, listener);
      return account.equals(WILD) ? doubling(session) : session;
    };
  }

  private static VenueSession doubling(VenueSession session) {
    return new PassedOnSession(session) {
      @Override
      public void submit(SubmitOrder order) throws IOException {
        super.submit(order);
        super.submit(
            new SubmitOrder(
                new ClientOrderId("f".repeat(32)),
                order.account(),
                order.signalId(),
                order.source(),
                order.instrument(),
                order.side(),
                order.type(),
                order.quantity(),
                order.limitPrice(),
                order.stopPrice(),
                order.trailingOffset(),
                order.timeInForce(),
                order.reduceOnly(),
                order.authorisedByHalt(),
                order.parent(),
                order.approvedAt(),
                order.maximumAge()));
      }
    };
  }

  @Test
  void anOrderThatNobodyApprovedHaltsItsAccountWithinFiveSeconds() {
    try (var kafka = new KafkaTestClient();
        TopicTail events = kafka.tail(Topic.ORDER_EVENTS)) {
      ClientOrderId tame = risk.limit(TAME, "one", "1000", "1.00000");
      execution.awaitState(tame, "WORKING", PATIENCE);
      Instant sent = Instant.now();
      risk.limit(WILD, "one", "1000", "1.00000");

      SeenRecord asked =
          events.await(
              each ->
                  each.type().equals("account-halt-requested")
                      && each.body().path("code").asString().equals("UNAPPROVED_ORDER"));
      assertThat(asked.key()).isEqualTo(WILD.value());
      assertThat(asked.body().path("detail").asString()).contains("f".repeat(32));
      assertThat(Duration.between(sent, Instant.parse(asked.body().path("at").asString())))
          .isLessThan(Duration.ofSeconds(5));
      await().atMost(PATIENCE).until(() -> !execution.armed(WILD));
      assertThat(execution.armed(TAME)).isTrue();
    }
  }
}
