package io.palmyra.strategy;

import io.palmyra.testing.SecurityContract;
import java.util.Map;
import org.springframework.test.context.TestPropertySource;

/** The security contract on this service. */
@TestPropertySource(properties = "palmyra.strategy.signal-validity=5s")
class StrategySecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/strategy-instances";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("id", "none-of-ours");
  }

  @Override
  protected Map<String, String> validBodies() {
    return Map.of(
        "POST /api/v1/strategy-instances",
        """
        {"id":"checked","strategy":"sma-cross","account":"paper","instruments":["EURUSD.SIM"],
         "paused":true}""",
        "PATCH /api/v1/strategy-instances/{id}",
        "{\"parameters\":{}}");
  }
}
