package io.palmyra.portfolio;

import io.palmyra.testing.SecurityContract;
import java.util.Map;

class PortfolioSecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/positions?account=paper";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("account", "paper", "limit", "1", "from", "2026-01-01T00:00:00Z");
  }
}
