package io.palmyra.local.suite;

import io.palmyra.local.LocalFailure;
import io.palmyra.local.MonotonicTime;
import io.palmyra.local.api.SuiteApi;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Without the record {@code all/initial} nothing trades. On paper the first run lifts it by itself;
 * a halt that a person made later stays.
 */
public final class InitialHalt {
  private static final String NAME = "all/initial";
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SuiteApi api;

  /** Through a gateway. */
  public InitialHalt(SuiteApi api) {
    this.api = api;
  }

  /** Lifts it unless that was done before; tries again while risk is still reading its topics. */
  public boolean lift() {
    MonotonicTime time = MonotonicTime.start();
    while (true) {
      try {
        if (isLifted(api.get("/api/v1/halts"))) {
          return false;
        }
        api.post(
            "/api/v1/halts/lift", Map.of("halt", NAME, "reason", "first start of paper trading"));
        return true;
      } catch (LocalFailure e) {
        if (time.passed(LIMIT)) {
          throw e;
        }
        MonotonicTime.pause(Duration.ofMillis(300));
      }
    }
  }

  private static boolean isLifted(JsonNode halts) {
    for (JsonNode halt : halts.path("items")) {
      if (halt.path("halt").asString("").equals(NAME)) {
        return halt.path("status").asString("").equals("LIFTED");
      }
    }
    return false;
  }
}
