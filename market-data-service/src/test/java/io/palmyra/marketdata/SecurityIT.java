package io.palmyra.marketdata;

import io.palmyra.testing.SecurityContract;

class SecurityIT extends SecurityContract {
  @Override
  protected String readablePath() {
    return "/api/v1/instruments";
  }
}
