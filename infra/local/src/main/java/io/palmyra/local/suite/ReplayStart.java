package io.palmyra.local.suite;

import io.palmyra.local.api.SuiteApi;
import java.util.Map;

/**
 * Begins a replay that waits: once all services listen, so that nothing of the recorded history
 * goes by unheard.
 */
public final class ReplayStart {
  private final SuiteApi api;

  /** Through a gateway. */
  public ReplayStart(SuiteApi api) {
    this.api = api;
  }

  /** Begins it; changes nothing if it has begun. */
  public void begin() {
    api.post("/api/v1/feeds/start", Map.of());
  }
}
