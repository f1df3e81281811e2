package io.palmyra.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.palmyra.contracts.id.AccountId;
import io.palmyra.contracts.id.ClientOrderId;
import io.palmyra.testing.WithServers;
import java.time.Duration;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** While a release is rolled out, nothing trades by two sets of rules. */
@WithServers
class OneBuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final AccountId BOTH = new AccountId("both");
  private static final AccountId NEW = new AccountId("new");

  @Test
  void anInstanceThatIsUnlikeAnEarlierOneWaitsForItsEndAndTradesThen() {
    try (var venue = new VenueFixture();
        var risk = new RiskStandIn()) {
      var settings = ExecutionInstance.settings(venue, BOTH, NEW);
      var others = new HashMap<>(settings);
      others.put("palmyra.execution.control-stale-after", "2s");
      settings.keySet().removeIf(name -> name.startsWith("palmyra.accounts[1]"));
      venue.tick("1.10000", "1.10010");
      try (var earlier = new ExecutionInstance(settings);
          var later = new ExecutionInstance(others)) {
        earlier.awaitAllArmed(PATIENCE);
        await()
            .during(Duration.ofSeconds(3))
            .atMost(PATIENCE)
            .until(() -> later.standings().stream().noneMatch(each -> each.held() || each.armed()));
        assertThat(later.standings())
            .allSatisfy(
                each ->
                    assertThat(each.reason())
                        .startsWith("the end of instance execution-")
                        .contains("PAPER-3000-", "PAPER-2000-"));
        ClientOrderId order = risk.limit(BOTH, "one", "1000", "1.00000");
        earlier.awaitState(order, "WORKING", PATIENCE);

        earlier.close();

        later.awaitAllArmed(Duration.ofSeconds(20));
        ClientOrderId next = risk.limit(NEW, "one", "1000", "1.00000");
        later.awaitState(next, "WORKING", PATIENCE);
      }
    }
  }
}
