package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.control.HaltScope;
import io.palmyra.contracts.control.HaltStatus;
import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.contracts.topic.Topic;
import io.palmyra.core.venue.VenueOrder;
import io.palmyra.core.venue.VenueOrderStatus;
import io.palmyra.testing.DatabaseOutage;
import io.palmyra.testing.KafkaTestClient;
import io.palmyra.testing.WithServers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A halt cancels what works at the venue although its owner can't make anything durable. */
@WithServers
class HaltWithoutJournalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CANCELED_WITHIN = Duration.ofSeconds(3);

  private static boolean nothingWorks(VenueFixture venue, AccountId account) {
    return venue.orders(account).stream()
        .map(VenueOrder::status)
        .noneMatch(VenueOrderStatus.WORKING::equals);
  }

  @Test
  void cancelsFromMemoryWithTheDatabaseAndTheLeaseGone() {
    var account = new AccountId("bereft");
    try (var venue = new VenueFixture();
        var risk = new RiskStandIn()) {
      Map<String, Object> settings = ExecutionInstance.settings(venue, account);
      try (var execution = new ExecutionInstance(settings)) {
        ClientOrderId one = working(venue, risk, execution, account, "one");
        ClientOrderId two = working(venue, risk, execution, account, "two");
        try (var outage = new DatabaseOutage(settings)) {
          await().atMost(PATIENCE).until(() -> !execution.armed(account));
          outage.lasts(Duration.ofSeconds(5));
          risk.limit(account, "late", "1000", "1.00002");
          assertThat(venue.orders(account))
              .extracting(VenueOrder::status)
              .containsOnly(VenueOrderStatus.WORKING);
          risk.halt(HaltScope.of(account), "bereft", HaltStatus.ACTIVE, true);
          await().atMost(CANCELED_WITHIN).until(() -> nothingWorks(venue, account));
        }
        execution.awaitState(one, "CANCELED", PATIENCE);
        execution.awaitState(two, "CANCELED", PATIENCE);
        execution.awaitState(RiskStandIn.id(account, "late"), "DENIED", PATIENCE);
        assertThat(venue.orders(account)).hasSize(2);
        risk.halt(HaltScope.of(account), "bereft", HaltStatus.LIFTED, true);
        execution.awaitAllArmed(PATIENCE);
        working(venue, risk, execution, account, "next");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cancelsFromMemoryWithItsOrdersUnreadable(boolean sessionLost) {
    var account = new AccountId("unreadable-" + sessionLost);
    try (var venue = new VenueFixture();
        var risk = new RiskStandIn();
        var kafka = new KafkaTestClient();
        var execution = new ExecutionInstance(ExecutionInstance.settings(venue, account))) {
      working(venue, risk, execution, account, "one");
      try {
        kafka.send(Topic.ORDERS, account.value(), "not an order");
        await().atMost(PATIENCE).until(() -> !execution.armed(account));
        if (sessionLost) {
          venue.stop();
          venue.start();
        }
        assertThat(nothingWorks(venue, account)).isFalse();
        risk.halt(HaltScope.of(account), "unreadable", HaltStatus.ACTIVE, true);
        await().atMost(PATIENCE).until(() -> nothingWorks(venue, account));
      } finally {
        kafka.forget(Topic.ORDERS);
      }
    }
  }

  private static ClientOrderId working(
      VenueFixture venue,
      RiskStandIn risk,
      ExecutionInstance execution,
      AccountId account,
      String key) {
    venue.tick("1.10000", "1.10010");
    execution.awaitAllArmed(PATIENCE);
    ClientOrderId id = risk.limit(account, key, "1000", "1.00000");
    execution.awaitState(id, "WORKING", PATIENCE);
    return id;
  }
}
