package io.palmyra.local.suite;

import io.palmyra.local.api.SuiteApi;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Begins a replay that waits: once all services listen, so that nothing of the recorded history
 * goes by unheard. An instrument that no strategy trades is given a moving-average cross.
 */
public final class ReplayStart {
  private static final String STRATEGIES = "/api/v1/strategy-instances";
  private static final String ACCOUNT = "paper";
  private static final int PATIENCE = 100;
  private static final Duration TURN = Duration.ofMillis(100);

  private final SuiteApi api;

  /** Through a gateway. */
  public ReplayStart(SuiteApi api) {
    this.api = api;
  }

  /**
   * Begins it; changes nothing if it has begun.
   *
   * @return the strategies that were added
   */
  public List<String> begin(SuiteOptions.Replay replay) {
    List<String> added =
        api.get("/api/v1/instruments")
            .path("items")
            .valueStream()
            .map(instrument -> instrument.path("instrument").asString())
            .filter(instrument -> instances().stream().noneMatch(it -> trades(it, instrument)))
            .map(instrument -> add(instrument, replay.barInterval()))
            .toList();
    for (int turn = 0; turn < PATIENCE && !running(added); turn++) {
      LockSupport.parkNanos(TURN.toNanos());
    }
    api.post("/api/v1/feeds/start", Map.of());
    return added;
  }

  private String add(String instrument, String barInterval) {
    String id = "replay-" + instrument.toLowerCase(Locale.ROOT).replace('.', '-');
    api.post(
        STRATEGIES,
        Map.of(
            "id",
            id,
            "strategy",
            "sma-cross",
            "account",
            ACCOUNT,
            "instruments",
            List.of(instrument),
            "capital",
            "25000",
            "parameters",
            Map.of("interval", barInterval, "fast", "5", "slow", "15")));
    return id;
  }

  private boolean running(List<String> ids) {
    return instances().stream()
        .filter(it -> ids.contains(it.path("id").asString()))
        .allMatch(it -> it.path("state").asString().equals("RUNNING"));
  }

  private List<JsonNode> instances() {
    return api.get(STRATEGIES).path("items").valueStream().toList();
  }

  private static boolean trades(JsonNode instance, String instrument) {
    return instance
        .path("instruments")
        .valueStream()
        .anyMatch(it -> it.asString().equals(instrument));
  }
}
