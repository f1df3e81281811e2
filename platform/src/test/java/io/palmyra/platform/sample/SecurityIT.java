package io.palmyra.platform.sample;

import io.palmyra.testing.SecurityContract;
import java.util.Map;
import java.util.Set;

class SecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/notes?account=paper";
  }

  @Override
  protected boolean isPublished() {
    return false;
  }

  @Override
  protected Set<String> openOperations() {
    return Set.of("GET /open/news");
  }

  @Override
  protected Map<String, String> validBodies() {
    return Map.of(
        "POST /api/v1/notes", "{\"instrument\":\"EURUSD.SIM\",\"side\":\"BUY\",\"price\":\"1.1\"}");
  }
}
