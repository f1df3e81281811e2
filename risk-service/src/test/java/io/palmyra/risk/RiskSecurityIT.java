package io.palmyra.risk;

import io.palmyra.testing.SecurityContract;

class RiskSecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/trading-state";
  }
}
