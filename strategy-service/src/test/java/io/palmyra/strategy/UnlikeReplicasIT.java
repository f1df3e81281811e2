package io.palmyra.strategy;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Replicas with other settings do not run strategies beside each other. */
class UnlikeReplicasIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aReplicaThatIsUnlikeAnEarlierOneRunsNothingUntilThatHasEnded() {
    Map<String, Object> settings = Replica.settings("unlike", "XAGUSD.SIM", "every-tick");
    var others = new HashMap<>(settings);
    others.put("palmyra.strategy.budget", "2s");
    try (var outside = new Outside("unlike", "XAGUSD");
        var earlier = Replica.start(settings);
        var later = Replica.start(others)) {
      outside.bars(30.00, 30.01);
      await().atMost(PATIENCE).until(earlier::isLive);
      // Nor does it take over from one that only let go of its lease.
      earlier.bean(io.palmyra.strategy.outbound.PostgresLeases.class).close();
      await().during(Duration.ofSeconds(4)).atMost(PATIENCE).until(() -> !later.isLive());

      earlier.close();

      await().atMost(PATIENCE).until(later::isLive);
    }
  }
}
